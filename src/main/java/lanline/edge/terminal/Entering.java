package lanline.edge.terminal;

import lanline.core.command.CommandLine;
import lanline.core.command.Typed;
import lanline.core.event.UserCommand;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.LineEditor;

/** Enter: does what the line means and clears it, or says what is wrong and leaves it. Lives for one line. Screen thread only. */
final class Entering implements Typed.Handler<Boolean> {
    private final WindowState state;
    private final Mode chat;
    private Mode next;

    private Entering(WindowState state, Mode chat) {
        this.state = state;
        this.chat = chat;
        this.next = chat;
    }

    /** The mode to go on with. */
    static Mode enter(WindowState state, Mode chat, Talk talk) {
        LineEditor editor = talk.editor();
        String line = editor.text();
        Entering entering = new Entering(state, chat);
        Typed typed = CommandLine.parse(line, InputKeys.names(state.screen()), Tag.NONE);
        if (typed.deliverTo(entering)) {
            talk.inputs().add(line);
            editor.sent();
        }
        return entering.next;
    }

    /** True: done, the line may go. */
    @Override
    public Boolean say(SafeText text) {
        return state.send(new UserCommand.SendText(Tag.NONE, "", text));
    }

    @Override
    public Boolean command(UserCommand command) {
        boolean opens = command instanceof UserCommand.OpenConversation
                || command instanceof UserCommand.OpenNumber
                || command instanceof UserCommand.CloseConversation;
        return opens ? state.sendSwitch(command) : state.send(command);
    }

    @Override
    public Boolean show(Typed.View view, String argument) {
        switch (view) {
            case HELP -> next = new HelpMode(state, chat, argument);
            case HISTORY -> next = new HistoryMode(state, chat, argument, "");
            case SEARCH -> next = new HistoryMode(state, chat, "", argument);
            case LAST -> next = new HistoryMode(state, chat, current(), "");
            case CLEAR -> {
                return state.send(new UserCommand.ClearConversation(Tag.NONE));
            }
            case THEME -> state.changeTheme(argument);
            case VERSION -> state.say("Lanline " + state.version());
            case QUIT -> state.quit();
        }
        return true;
    }

    private String current() {
        return state.screen().transcript().conversation().text();
    }

    @Override
    public Boolean wrong(SafeText sentence) {
        state.say(sentence);
        return false;
    }

    /** Blanks alone are no message; they don't stay either. */
    @Override
    public Boolean nothing() {
        return true;
    }
}
