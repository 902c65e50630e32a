package lanline.core.dialect;

import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.Habits;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.text.SafeText;

/** What a protocol wants done, or has understood, after something came in on its link. */
public sealed interface Output {
    /** Send these bytes. */
    record Transmit(Bytes bytes) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.transmit(bytes);
        }
    }

    /** Nothing more will be sent on this link. */
    record Finish() implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.finish();
        }
    }

    /** The other side said something. */
    record Heard(SenderClaim claim, SafeText text, Security security) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.heard(claim, text, security);
        }
    }

    /** The other side has shown how it writes. */
    record Learned(Habits seen) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.learned(seen);
        }
    }

    /** The other program has answered a message of ours by itself: no person has said this. {@code id}: where it came on that one's link. */
    record Answered(Optional<MessageId> id, SafeText answer) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.answered(id, answer);
        }
    }

    /** The other side said who it is. */
    record Introduced(Nickname name) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.introduced(name);
        }
    }

    /** The other side said that it leaves. */
    record Left(SenderClaim claim) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.left(claim);
        }
    }

    /**
     * What was transmitted so far only asks: the message itself waits, and nothing of it has left. If nothing comes for
     * {@code forMillis}, the protocol is told so by {@link PeerProtocol#quiet}.
     */
    record Withheld(long forMillis) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.withheld(forMillis);
        }
    }

    /** The message that was withheld has left. */
    record Released() implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.released();
        }
    }

    /** The withheld message is to be said on a new link to the same place, by the same protocol: it knows now how. */
    record Redial() implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.redial();
        }
    }

    /** The withheld message will not be said, and nothing of it has left. */
    record Unsaid(SafeText why) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.unsaid(why);
        }
    }

    /** The other side has taken the message. */
    record Sent(MessageId id) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.sent(id);
        }
    }

    /** The other side broke the protocol: the link is to be closed; what was understood before stays. */
    record Broken(SafeText why) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.broken(why);
        }
    }

    /** One method a case. */
    interface Handler {
        void transmit(Bytes bytes);

        void finish();

        void heard(SenderClaim claim, SafeText text, Security security);

        void learned(Habits seen);

        void answered(Optional<MessageId> id, SafeText answer);

        void introduced(Nickname name);

        void left(SenderClaim claim);

        void withheld(long forMillis);

        void released();

        void redial();

        void unsaid(SafeText why);

        void sent(MessageId id);

        void broken(SafeText why);
    }

    void deliverTo(Handler handler);
}
