package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.command.CommandLine;
import lanline.core.command.Names;
import lanline.core.command.Typed;
import lanline.core.event.UserCommand;
import lanline.core.model.ConversationId;
import lanline.core.model.LanlineId;
import lanline.core.model.Peer;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.core.model.Trust;
import lanline.core.screen.Screen;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.LineEditor;

/** Enter: does what the line means and clears it, or says what is wrong and leaves it. Lives for one line. Screen thread only. */
final class Entering implements Typed.Handler<Boolean> {
    private final WindowState state;
    private final Mode chat;
    private final Names names;
    private Mode next;

    private Entering(WindowState state, Mode chat, Names names) {
        this.state = state;
        this.chat = chat;
        this.names = names;
        this.next = chat;
    }

    /** The mode to go on with. */
    static Mode enter(WindowState state, Mode chat, Talk talk) {
        LineEditor editor = talk.editor();
        String line = editor.text();
        // Text needs no names, and among thousands of people they take some milliseconds.
        Names names = line.startsWith("/")
                ? InputKeys.names(state.screen())
                : new Names(state.screen().self().name(), List.of());
        Entering entering = new Entering(state, chat, names);
        Typed typed = CommandLine.parse(line, names, Tag.NONE);
        if (typed.deliverTo(entering)) {
            talk.inputs().add(line);
            editor.sent();
        }
        return entering.next;
    }

    /** True: done, the line may go. */
    @Override
    public Boolean say(SafeText text) {
        if (current().equals(ConversationId.HOME)) {
            state.say("No conversation is open, your text stays here: F6 and Enter, or /query NAME");
            return false;
        }
        Optional<Peer> changed =
                state.screen().person().map(Screen.Person::peer).filter(peer -> peer.trust() == Trust.CHANGED);
        if (changed.isPresent()) {
            next = new ChangedKeyMode(state, chat, changed.get());
            return false;
        }
        return state.send(new UserCommand.SendText(Tag.NONE, "", text));
    }

    /** The words are compared in a window; an answer that was typed needs none. */
    private boolean verify(UserCommand.Verify command) {
        if (command.answer().isPresent()) {
            return state.send(command);
        }
        String to = command.to().isEmpty() ? current().text() : command.to();
        next = new VerifyMode(state, chat);
        return state.send(new UserCommand.Verify(Screen.Comparison.TAG, to, Optional.empty()));
    }

    @Override
    public Boolean command(UserCommand command) {
        if (command instanceof UserCommand.SendText message && message.to().isEmpty()) {
            return say(message.text());
        }
        if (command instanceof UserCommand.Verify verify) {
            return verify(verify);
        }
        if (command instanceof UserCommand.SendText && isForNobody(command.to())) {
            state.say("Nobody called " + command.to() + " is here, your line stays in the input; /users lists who is");
            return false;
        }
        if (command instanceof UserCommand.ChangeSetting change
                && change.setting() == Setting.THEME
                && !state.canWear(change.value())) {
            return false;
        }
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
            case LAST -> next = new HistoryMode(state, chat, current().text(), "");
            case CLEAR -> {
                return state.send(new UserCommand.ClearConversation(Tag.NONE));
            }
            case GO_TO -> next = new GoToMode(state, chat);
            case THEME -> {
                return theme(argument);
            }
            case VERSION -> state.say("Lanline " + state.version());
            case QUIT -> state.quit();
        }
        return true;
    }

    private boolean theme(String name) {
        if (name.isEmpty()) {
            next = new ThemeMode(state, chat);
            return true;
        }
        return state.wear(name);
    }

    /** Ids and full forms are for the core to find. */
    private boolean isForNobody(String to) {
        return !to.isEmpty()
                && to.indexOf('@') < 0
                && !names.knows(to)
                && LanlineId.parse(to).isEmpty()
                && !isHome(to);
    }

    private static boolean isHome(String to) {
        return to.equals(ConversationId.HOME.text());
    }

    private ConversationId current() {
        return state.screen().transcript().conversation();
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
