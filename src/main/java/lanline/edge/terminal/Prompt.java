package lanline.edge.terminal;

import java.io.IOException;
import java.util.Optional;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;

/** Where a person is asked for what nobody may see. On its owner's thread. */
public interface Prompt extends AutoCloseable {
    /** Asks; empty if the person would rather leave, or the terminal is gone. */
    Optional<Passphrase> ask(SafeText question) throws IOException, InterruptedException;

    /** One line that is no question. */
    void say(SafeText sentence) throws IOException;

    /** Gives the terminal back as it was. */
    @Override
    void close();
}
