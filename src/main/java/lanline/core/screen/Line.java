package lanline.core.screen;

import java.time.Instant;
import java.util.Optional;
import lanline.core.model.ChatMessage;
import lanline.core.text.SafeText;

/** A line of a transcript, before it is cut to a width. */
public sealed interface Line {
    /** The weight of a line that says nothing: its objects. */
    int WITHOUT_TEXT = 100;

    Instant time();

    <R> R deliverTo(Handler<R> handler);

    /** What it takes of the memory, roughly, in characters. */
    int weight();

    /** The message that this line shows, if it shows one. */
    Optional<ChatMessage> chatMessage();

    /** A message; {@code mentions}: it names the reader; {@code kept}: it stands in the history; {@code shownName}: own or the sender's. */
    record Message(ChatMessage message, SafeText shownName, boolean mentions, boolean kept) implements Line {
        @Override
        public Instant time() {
            return message.time();
        }

        @Override
        public int weight() {
            return WITHOUT_TEXT + message.text().value().length();
        }

        @Override
        public Optional<ChatMessage> chatMessage() {
            return Optional.of(message);
        }

        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.message(this);
        }
    }

    /** Something that the program says: an answer to a command, a notice. {@code trouble}: it needs doing something about. */
    record Said(Instant time, SafeText text, boolean trouble) implements Line {
        @Override
        public int weight() {
            return WITHOUT_TEXT + text.value().length();
        }

        @Override
        public Optional<ChatMessage> chatMessage() {
            return Optional.empty();
        }

        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.said(this);
        }
    }

    /** One method a case. */
    interface Handler<R> {
        R message(Message message);

        R said(Said said);
    }
}
