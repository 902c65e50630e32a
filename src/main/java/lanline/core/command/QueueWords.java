package lanline.core.command;

import lanline.core.command.Typed.Do;
import lanline.core.event.UserCommand.ShowQueue;
import lanline.core.event.UserCommand.TakeBack;
import lanline.core.model.MessageId;
import lanline.core.model.Tag;

/** The commands about what waits to be sent. Pure. */
final class QueueWords {
    private static final String ALL = "all";

    private QueueWords() {}

    static Typed read(Arguments arguments) {
        if (arguments.isEmpty()) {
            return new Do(new ShowQueue(arguments.tag()));
        }
        Arguments.Split split = arguments.word();
        boolean isWhich = split.rest().matches("[0-9]{1,6}|" + ALL);
        return "drop".equals(split.first()) && isWhich
                ? new Do(new TakeBack(arguments.tag(), split.rest()))
                : Typed.wrong("say /queue drop all, or /queue drop N with a number that /queue shows");
    }

    /** {@code id} as a script gives it. */
    static Typed takeBack(Tag tag, String id) {
        return id.equals(ALL) || MessageId.parse(id).isPresent()
                ? new Do(new TakeBack(tag, id))
                : Typed.wrong("\"id\" is the id of a message, 32 hexadecimal digits, or all");
    }
}
