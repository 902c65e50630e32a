package lanline.edge.system;

import java.io.IOException;

/** A file is there, but not one that could be meant; the message is a half-sentence for people. */
public final class UnfitFileException extends IOException {
    private static final long serialVersionUID = 1;

    UnfitFileException(String message) {
        super(message);
    }
}
