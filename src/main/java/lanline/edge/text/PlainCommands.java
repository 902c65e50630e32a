package lanline.edge.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lanline.core.command.Command;
import lanline.core.command.Help;
import lanline.core.command.Typed;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.ReadHistory;
import lanline.core.event.UserCommand.SearchHistory;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.ConversationId;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** Follows what was typed: puts commands on the bus, and does what each front end does itself. Lives on the thread {@code in}. */
final class PlainCommands {
    /** Messages that a history or a search shows: what a person reads, or hears, in one go. */
    private static final int PAGE = 50;

    private static final String HISTORY = "history";
    private static final String SEARCH = "search";
    private static final Set<String> ANSWERED_LATER = Set.of(HISTORY, SEARCH, "export", "query", "buffer", "close");

    private final EventBus bus;
    private final PlainLines lines;
    private final Self self;
    private final Runnable onMistake;
    private final Unanswered unanswered;
    /** Handed over from the bus thread. */
    private volatile ConversationId current = ConversationId.HOME;

    /** {@code onMistake} runs when a line can't be followed. */
    PlainCommands(EventBus bus, PlainLines lines, Self self, Runnable onMistake) {
        this.bus = bus;
        this.lines = lines;
        this.self = self;
        this.onMistake = onMistake;
        unanswered = new Unanswered(bus, ANSWERED_LATER);
        bus.subscribe(ConversationsChanged.class, event -> current = event.current());
    }

    /** False if the person wants to leave. */
    boolean follow(Typed typed) throws InterruptedException {
        Intentions intentions = new Intentions();
        boolean goesOn = typed.deliverTo(intentions);
        for (UserCommand command : intentions.commands) {
            put(command);
        }
        if (intentions.last > 0) {
            showLast(intentions.last);
        }
        return goesOn;
    }

    private void put(UserCommand command) throws InterruptedException {
        unanswered.asked(command.tag());
        bus.put(command);
    }

    /** The conversation that an earlier line opens is known once that line is answered. */
    private void showLast(int count) throws InterruptedException {
        awaitAnswers();
        String with = current.equals(ConversationId.HOME) ? "" : current.text();
        put(new ReadHistory(Kind.tag(HISTORY, ""), with, Instant.MAX, count));
    }

    void awaitAnswers() throws InterruptedException {
        unanswered.await();
    }

    void complain(String sentence) {
        lines.warn(sentence);
        onMistake.run();
    }

    /** What a line asks for; handlers can't wait, so commands are gathered here. */
    private final class Intentions implements Typed.Handler<Boolean> {
        private final List<UserCommand> commands = new ArrayList<>();
        private int last;

        @Override
        public Boolean say(SafeText text) {
            return command(new SendText(Tag.NONE, "", text));
        }

        @Override
        public Boolean command(UserCommand command) {
            return commands.add(command);
        }

        @Override
        public Boolean show(Typed.View view, String argument) {
            switch (view) {
                case HELP -> help(argument);
                case HISTORY -> command(new ReadHistory(Kind.tag(HISTORY, ""), argument, Instant.MAX, PAGE));
                case SEARCH -> command(new SearchHistory(Kind.tag(SEARCH, ""), "", argument, Long.MAX_VALUE, PAGE));
                case LAST -> last = Integer.parseInt(argument);
                case VERSION -> lines.tell("Lanline " + self.version());
                case CLEAR, THEME -> complain("only the full screen has that: start Lanline without --plain for it");
                case GO_TO -> complain("say where to: /buffer NAME, or a number from 1 to 10");
                case QUIT -> lines.tell("leaving once all is sent");
            }
            return view != Typed.View.QUIT;
        }

        @Override
        public Boolean wrong(SafeText sentence) {
            complain(sentence.value());
            return true;
        }

        @Override
        public Boolean nothing() {
            return true;
        }

        private void help(String word) {
            List<Help.Entry> entries = Help.entries(word, Command.Place.EVERYWHERE);
            entries.forEach(entry -> lines.tell(entry.usage() + ": " + entry.meaning()));
            if (entries.isEmpty()) {
                lines.tell("no command has to do with " + word + "; /help lists all");
            }
        }
    }
}
