package lanline.edge.text;

import java.io.IOException;
import java.util.Optional;

/** Reads lines as somebody types them. Lives on the thread {@code in}. */
final class PlainInput implements TextFrontEnd.Input {
    private final LineSource in;
    private final AwaitedNames names;
    private final PlainCommands commands;

    PlainInput(LineSource in, AwaitedNames names, PlainCommands commands) {
        this.in = in;
        this.names = names;
        this.commands = commands;
    }

    @Override
    public void readAll() throws InterruptedException {
        try {
            Optional<LineSource.Line> line = in.next();
            while (line.isPresent() && follow(line.get())) {
                line = in.next();
            }
        } catch (IOException unreadable) {
            commands.complain(
                    "the input can't be read any more: " + unreadable.getMessage() + "; Lanline ends once all is sent");
        }
        commands.awaitAnswers();
    }

    /** False if the person wants to leave. */
    private boolean follow(LineSource.Line line) throws InterruptedException {
        if (line.tooLong()) {
            commands.complain("a line of more than " + LineSource.LONGEST
                    + " bytes was left out: nothing of it was done, send it in parts");
            return true;
        }
        return commands.follow(names.parse(line.bytes().toText()));
    }
}
