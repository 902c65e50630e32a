package lanline.core.command;

import java.util.Optional;
import java.util.OptionalLong;

/** The fields of a command in {@code --json}. */
public interface Fields {
    /** The text of a field, or an empty one if the field is absent. */
    String text(String field) throws WrongFieldException;

    /** {@code true} or {@code false}, if the field is there. */
    Optional<Boolean> truth(String field) throws WrongFieldException;

    /** A whole number, if the field is there. */
    OptionalLong number(String field) throws WrongFieldException;
}
