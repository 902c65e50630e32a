package lanline.edge.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lanline.core.command.Limits;
import lanline.core.model.Nickname;
import lanline.core.text.SafeText;

/** Asks for one's name at the first start of {@code --plain} on a terminal, before any other thread reads or writes there. */
public final class NameQuestion {
    private final Streams streams;

    public NameQuestion(Streams streams) {
        this.streams = streams;
    }

    /** Asks until a name can be used; {@code proposed} if the answer is empty or the input ends. */
    public Nickname ask(Nickname proposed) throws IOException {
        print("Others on this network will see a name and this machine's address.\n");
        print("Your name, or Enter for " + proposed + ": ");
        Optional<LineSource.Line> line = streams.in().next();
        while (line.isPresent()) {
            String typed = line.get().bytes().toText();
            if (typed.isBlank() && !line.get().tooLong()) {
                return proposed;
            }
            Optional<SafeText> complaint = Limits.complaintAboutName(typed);
            if (complaint.isEmpty()) {
                return Nickname.fromPeer(typed);
            }
            print(complaint.get() + "\nYour name, or Enter for " + proposed + ": ");
            line = streams.in().next();
        }
        return proposed;
    }

    private void print(String text) throws IOException {
        streams.out().write(text.getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
    }
}
