package lanline.core.secure.weak;

import java.util.List;

/** What came of an encrypted message. */
public sealed interface Opening {
    /**
     * It says {@code text} under {@code secret}. {@code rows}: all that give the same text, in the order of the table; never empty, and more
     * than one where keys are alike but for parity bits or the message is as short as one block.
     */
    record Opened(String text, int secret, List<CipherRow> rows) implements Opening {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.opened(this);
        }
    }

    /** Nothing fits; {@code why} is a part of a sentence. */
    record Unreadable(String why) implements Opening {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.unreadable(this);
        }
    }

    /** One method a case. */
    interface Handler<R> {
        R opened(Opened opened);

        R unreadable(Unreadable unreadable);
    }

    <R> R deliverTo(Handler<R> handler);
}
