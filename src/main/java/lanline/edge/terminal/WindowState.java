package lanline.edge.terminal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.event.UserCommand;
import lanline.core.model.ConversationId;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.core.screen.Screen;
import lanline.core.text.CellWidth;
import lanline.core.text.SafeText;
import lanline.edge.terminal.theme.BrokenThemeException;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.view.Guard;
import lanline.edge.terminal.view.Layout;
import lanline.edge.terminal.view.Metrics;
import lanline.edge.terminal.view.StatusBar;
import lanline.edge.terminal.view.Times;

/** What all modes of the window share: the newest Screen, the look, and what is being said to the person. Screen thread only. */
final class WindowState {
    /** How long keys wait for the conversation that an earlier one asked for; a core that is slower is overloaded. */
    private static final int SWITCH_MILLIS = 250;

    /** What is set in the window itself is seen there: no line of the transcript says it. */
    private static final Tag SETTING = Tag.internal("window");

    private final CommandSink commands;
    private final WindowSettings settings;
    private final Guard guard;
    private final Talks talks = new Talks();
    private Screen screen;
    private final Look look;
    private Optional<StatusBar.Content> saying = Optional.empty();
    private int epoch;
    private boolean repaint;
    private boolean suspend;
    private boolean focused = true;
    private boolean quitting;
    private Optional<Spot> spot = Optional.empty();
    private Optional<Instant> switching = Optional.empty();
    private final List<ControlSequence> sequences = new ArrayList<>();

    WindowState(CommandSink commands, WindowSettings settings, Screen first) {
        this.commands = commands;
        this.settings = settings;
        this.guard = new Guard(settings.log());
        this.screen = first;
        this.look = new Look(settings, first.self().preferences());
        look.problem().ifPresent(this::say);
    }

    Screen screen() {
        return screen;
    }

    void show(Screen newest) {
        if (!newest.transcript().conversation().equals(screen.transcript().conversation())) {
            switching = Optional.empty();
        }
        screen = newest;
        if (look.become(newest.self().preferences())) {
            look.problem().ifPresent(this::say);
            redraw();
        }
    }

    Talks talks() {
        return talks;
    }

    Look look() {
        return look;
    }

    Theme theme() {
        return look.theme();
    }

    Preferences preferences() {
        return screen.self().preferences();
    }

    Guard guard() {
        return guard;
    }

    String version() {
        return settings.version();
    }

    String clock() {
        return Times.minutes(settings.clock().instant(), settings.zone());
    }

    ZoneId zone() {
        return settings.zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(settings.clock().instant(), settings.zone());
    }

    Metrics metrics(Layout.Size size, int columns, CellWidth width) {
        int year = today().getYear();
        return new Metrics(size, columns, width, theme(), settings.zone(), year, look.hasLinks(), List.of());
    }

    /** Rises when whatever is on the screen has to be drawn again. */
    int epoch() {
        return epoch;
    }

    void redraw() {
        epoch++;
    }

    /** The terminal's own picture may be wrong: everything is sent again. */
    void repaint() {
        repaint = true;
        redraw();
    }

    boolean takeRepaint() {
        boolean wanted = repaint;
        repaint = false;
        return wanted;
    }

    /** Ctrl-Z: the thread's business, it has the terminal. */
    void suspend() {
        suspend = true;
    }

    boolean takeSuspend() {
        boolean wanted = suspend;
        suspend = false;
        return wanted;
    }

    boolean isFocused() {
        return focused;
    }

    void focus(boolean gained) {
        focused = gained;
    }

    /** The terminal gets this after the next frame. */
    void emit(ControlSequence sequence) {
        sequences.add(sequence);
    }

    List<ControlSequence> takeSequences() {
        List<ControlSequence> taken = List.copyOf(sequences);
        sequences.clear();
        return taken;
    }

    /** Hands a command to the core; false, and said so, if the core takes none now. */
    boolean send(UserCommand command) {
        boolean taken = commands.offer(command);
        if (!taken) {
            say("Lanline is too busy just now: nothing was done, press the key again.");
        }
        return taken;
    }

    /** The same for what the core need not be told again at once. */
    boolean tell(UserCommand command) {
        return commands.offer(command);
    }

    /** Asks for another conversation; the keys that follow are meant for that one, and wait for it. */
    boolean sendSwitch(UserCommand command) {
        boolean taken = send(command);
        if (taken) {
            switching = Optional.of(settings.clock().instant().plusMillis(SWITCH_MILLIS));
        }
        return taken;
    }

    /** The same for a conversation by its id; nothing is to be done where it is the current one. */
    boolean open(ConversationId conversation) {
        return conversation.equals(screen.transcript().conversation())
                || sendSwitch(new UserCommand.OpenConversation(Tag.NONE, conversation.text()));
    }

    /** The same, and there to this message; false, and said why, if it is shown nowhere there or the core is too busy. */
    boolean goTo(Spot wanted) {
        if (wanted.isHidden(preferences())) {
            Nickname name = wanted.message().with().name();
            say(name + " is ignored: this is shown here only; /unignore " + name + " shows it there again.");
            return false;
        }
        boolean goes = open(wanted.conversation());
        spot = goes ? Optional.of(wanted) : Optional.empty();
        return goes;
    }

    /** The message to go to, once it is asked for in its conversation. */
    Optional<Spot> takeSpot() {
        Optional<Spot> wanted =
                spot.filter(to -> to.conversation().equals(screen.transcript().conversation()));
        spot = wanted.isPresent() ? Optional.empty() : spot;
        return wanted;
    }

    /** Milliseconds that keys still have to wait; 0 if they need not. */
    long switchingMillis() {
        long left = switching
                .map(until -> until.toEpochMilli() - settings.clock().millis())
                .orElse(0L);
        if (left <= 0 || left > SWITCH_MILLIS) {
            switching = Optional.empty();
            return 0;
        }
        return left;
    }

    /** Waits for nothing that is on its way where this is the second time, and says so at the first. */
    void quit() {
        int waiting = screen.activity().waiting();
        if (send(new UserCommand.Quit(Tag.NONE, quitting))) {
            quitting = true;
            String what = waiting == 0 ? "" : " what can go goes first (" + waiting + " waiting);";
            say("Quitting:" + what + " Ctrl-Q again quits at once");
        }
    }

    Optional<StatusBar.Content> saying() {
        return saying;
    }

    /** Stands in the status line until the next key. */
    void say(SafeText sentence) {
        saying = Optional.of(new StatusBar.Content(sentence.value(), List.of(), Role.STATUS));
    }

    void say(String sentence) {
        say(SafeText.line(sentence));
    }

    void hush() {
        saying = Optional.empty();
    }

    /** Sets the theme; false, and said why, if it is broken or the core takes no command. */
    boolean wear(String theme) {
        return canWear(theme) && set(Setting.THEME, theme);
    }

    /** Shows the theme at once where it can be used; says why where not. */
    boolean canWear(String theme) {
        try {
            look.tryOn(theme);
            redraw();
            return true;
        } catch (BrokenThemeException broken) {
            say(broken.sentence());
            return false;
        }
    }

    /** Asks the core to set something. It is shown once the core has done so. */
    boolean set(Setting setting, String value) {
        return send(new UserCommand.ChangeSetting(SETTING, setting, value));
    }
}
