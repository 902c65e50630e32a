package lanline.core.session;

import lanline.core.model.Bytes;

/** What a session wants done, or has understood, after something came in. */
public sealed interface SessionOutput {
    /** Send these bytes. */
    record Transmit(Bytes bytes) implements SessionOutput {
        @Override
        public void deliverTo(Handler handler) {
            handler.transmit(bytes);
        }
    }

    /** Both sides are proven, and the keys work both ways. Once, before anything is heard. */
    record Up(Claim other, Suite suite, Bytes channelBinding) implements SessionOutput {
        @Override
        public void deliverTo(Handler handler) {
            handler.up(other, suite, channelBinding);
        }
    }

    /** The other side said something; never Hello, Ping or Pong, which the session answers by itself. */
    record Heard(Frame frame) implements SessionOutput {
        @Override
        public void deliverTo(Handler handler) {
            handler.heard(frame);
        }
    }

    /** It is over: the link is to be closed. {@code why}: a sentence for the log, without anything of what the other side sent. */
    record Broken(String why) implements SessionOutput {
        @Override
        public void deliverTo(Handler handler) {
            handler.broken(why);
        }
    }

    /** One method a case. */
    interface Handler {
        void transmit(Bytes bytes);

        void up(Claim other, Suite suite, Bytes channelBinding);

        void heard(Frame frame);

        void broken(String why);
    }

    void deliverTo(Handler handler);
}
