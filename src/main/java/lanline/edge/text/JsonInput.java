package lanline.edge.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import lanline.core.command.Fields;
import lanline.core.command.Typed;
import lanline.core.command.VerbTable;
import lanline.core.command.WrongFieldException;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** Reads commands as JSON, an object a line; a line that is none is an error, and the next one follows. Lives on the thread {@code in}. */
final class JsonInput implements TextFrontEnd.Input {
    private final EventBus bus;
    private final LineSource in;
    private final LineSink sink;
    private final Unanswered unanswered;

    JsonInput(EventBus bus, LineSource in, LineSink sink) {
        this.bus = bus;
        this.in = in;
        this.sink = sink;
        unanswered = new Unanswered(bus, Set.of("history", "search"));
    }

    @Override
    public void readAll() throws InterruptedException {
        try {
            Optional<LineSource.Line> line = in.next();
            while (line.isPresent() && follow(line.get())) {
                line = in.next();
            }
        } catch (IOException unreadable) {
            complain(
                    Tag.NONE,
                    "the input can't be read any more: " + unreadable.getMessage() + "; Lanline ends once all is sent");
        }
        unanswered.await();
    }

    /** False if the script wants to leave. */
    private boolean follow(LineSource.Line line) throws InterruptedException {
        if (line.tooLong()) {
            complain(
                    Tag.NONE,
                    "a line of more than " + LineSource.LONGEST
                            + " bytes was left out: nothing of it was done, send it in parts");
            return true;
        }
        try {
            return follow(StrictJson.object(line.bytes()));
        } catch (MalformedJsonException wrong) {
            complain(Tag.NONE, String.valueOf(wrong.getMessage()));
            return true;
        }
    }

    private boolean follow(ObjectNode object) throws InterruptedException {
        ObjectFields fields = new ObjectFields(object);
        String verb = fields.lenient("do");
        Tag tag = Kind.tag(VerbTable.knows(verb) ? verb : "", wellFormed(fields.lenient("tag")));
        Intention intention = new Intention(tag);
        boolean goesOn = VerbTable.read(verb, fields, tag).deliverTo(intention);
        if (intention.command.isPresent()) {
            unanswered.asked(tag);
            bus.put(intention.command.get());
        }
        return goesOn;
    }

    /** JSON can escape half a character, which nobody can write out again; it becomes a question mark. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private void complain(Tag tag, String sentence) {
        sink.put(JsonLine.of(json -> {
            JsonEvents.begin(json, "error", tag);
            json.writeStringField("code", CommandRefused.Code.BAD_COMMAND.word());
            json.writeStringField("text", SafeText.line(sentence).value());
        }));
    }

    /** What a line asks for; true to go on. */
    private final class Intention implements Typed.Handler<Boolean> {
        private final Tag tag;
        private Optional<UserCommand> command = Optional.empty();

        Intention(Tag tag) {
            this.tag = tag;
        }

        @Override
        public Boolean say(SafeText text) {
            return wrong(text);
        }

        @Override
        public Boolean command(UserCommand asked) {
            command = Optional.of(asked);
            return true;
        }

        @Override
        public Boolean show(Typed.View view, String argument) {
            return view != Typed.View.QUIT;
        }

        @Override
        public Boolean wrong(SafeText sentence) {
            complain(tag, sentence.value());
            return true;
        }

        @Override
        public Boolean nothing() {
            return true;
        }
    }

    private record ObjectFields(ObjectNode object) implements Fields {
        @Override
        public String text(String field) throws WrongFieldException {
            JsonNode value = object.get(field);
            if (value != null && !value.isTextual()) {
                throw new WrongFieldException("\"" + field + "\" is a text");
            }
            return value == null ? "" : value.textValue();
        }

        @Override
        public OptionalLong number(String field) throws WrongFieldException {
            JsonNode value = object.get(field);
            if (value != null && !(value.canConvertToExactIntegral() && value.canConvertToLong())) {
                throw new WrongFieldException("\"" + field + "\" is a whole number");
            }
            return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
        }

        @Override
        public Optional<Boolean> truth(String field) throws WrongFieldException {
            JsonNode value = object.get(field);
            if (value != null && !value.isBoolean()) {
                throw new WrongFieldException("\"" + field + "\" is true or false");
            }
            return Optional.ofNullable(value).map(JsonNode::booleanValue);
        }

        /** A field that must not keep a line from being answered: a number is taken as its text, anything else as absent. */
        String lenient(String field) {
            JsonNode value = object.get(field);
            return value != null && value.isValueNode() && !value.isNull() ? value.asText() : "";
        }
    }
}
