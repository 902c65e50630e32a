package lanline.core.dialect;

import lanline.core.model.Bytes;
import lanline.core.model.MessageId;
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
    record Heard(SenderClaim claim, SafeText text) implements Output {
        @Override
        public void deliverTo(Handler handler) {
            handler.heard(claim, text);
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

        void heard(SenderClaim claim, SafeText text);

        void sent(MessageId id);

        void broken(SafeText why);
    }

    void deliverTo(Handler handler);
}
