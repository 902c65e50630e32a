package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand;
import lanline.core.model.Tag;
import lanline.core.screen.HistoryPage;
import lanline.core.screen.Lines;
import lanline.core.screen.Transcript;
import lanline.edge.terminal.view.Scroll;

/**
 * Looks for words in the conversation on screen: in what is loaded at once, in older messages through the search of the history,
 * which says how far back to load. Screen thread only.
 */
final class ConversationSearch {
    /** Findings asked for at a time; most of them may be in sight already, then it asks on. */
    private static final int PAGE = 200;

    private final WindowState state;
    private final ChatView view;
    private final Talk talk;
    /** Where looking begins whenever other words are typed, and the key below the last line in view there. */
    private final Scroll.Place before;

    private final long start;

    private SearchedWords wanted = SearchedWords.of("");
    private Outcome outcome = Outcome.NOTHING_TYPED;
    private long edge;
    private long answersSeen;
    private Optional<SearchedWords> asked = Optional.empty();
    private Optional<Spot> awaited = Optional.empty();

    /** How it stands; SEARCHING waits for the history, LOADING for what lies between here and a finding. */
    enum Outcome {
        NOTHING_TYPED,
        FOUND,
        NOTHING_OLDER,
        NOTHING_NEWER,
        SEARCHING,
        LOADING,
        TOO_FAR,
        FAILED
    }

    ConversationSearch(WindowState state, ChatView view, Talk talk) {
        this.state = state;
        this.view = view;
        this.talk = talk;
        this.before = talk.scroll().place();
        this.start = view.bottomKey(talk) + 1;
        this.answersSeen = state.screen().history().request();
    }

    /** Folded, as they are looked for. */
    List<String> words() {
        return wanted.words();
    }

    Outcome outcome() {
        return outcome;
    }

    /** Other words: the newest finding that is not below where the search began. */
    void find(String text) {
        wanted = SearchedWords.of(text);
        awaited = Optional.empty();
        leave();
        if (wanted.isEmpty()) {
            outcome = Outcome.NOTHING_TYPED;
        } else {
            lookBack(start);
        }
    }

    /** Back to where the search began. */
    void leave() {
        talk.scroll().toPlace(before);
    }

    /** The finding before the marked one. */
    void older() {
        long marked = talk.scroll().marked();
        if (!wanted.isEmpty() && !isWaiting()) {
            lookBack(marked == Transcript.NOTHING_NEW ? view.bottomKey(talk) + 1 : marked);
        }
    }

    /** The finding after the marked one. */
    void newer() {
        if (wanted.isEmpty()) {
            return;
        }
        awaited = Optional.empty();
        Lines lines = state.screen().transcript().lines();
        long marked = talk.scroll().marked();
        long from = marked == Transcript.NOTHING_NEW ? view.bottomKey(talk) + 1 : marked + 1;
        for (long key = Math.max(from, lines.firstKey()); key < lines.firstKey() + lines.size(); key++) {
            if (isFound(lines, key)) {
                show(key);
                return;
            }
        }
        outcome = Outcome.NOTHING_NEWER;
    }

    private boolean isWaiting() {
        return outcome == Outcome.SEARCHING || outcome == Outcome.LOADING;
    }

    private void lookBack(long below) {
        Transcript shown = state.screen().transcript();
        Lines lines = shown.lines();
        for (long key = Math.min(below, lines.firstKey() + lines.size()) - 1; key >= lines.firstKey(); key--) {
            if (isFound(lines, key)) {
                show(key);
                return;
            }
        }
        edge = lines.firstKey();
        if (!shown.hasOlder()) {
            outcome = Outcome.NOTHING_OLDER;
        } else {
            outcome = Outcome.SEARCHING;
            ask(Long.MAX_VALUE);
        }
    }

    private boolean isFound(Lines lines, long key) {
        return wanted.areIn(lines.get((int) (key - lines.firstKey())));
    }

    private void show(long key) {
        outcome = Outcome.FOUND;
        view.showLine(talk, key, Arrival.ROWS_ABOVE);
    }

    /** One question at a time: typing fast asks as fast as is answered. */
    private void ask(long before) {
        if (asked.isPresent()) {
            return;
        }
        String with = state.screen().transcript().conversation().text();
        if (state.tell(new UserCommand.SearchHistory(HistoryPage.TAG, with, wanted.text(), before, PAGE))) {
            asked = Optional.of(wanted);
        } else {
            outcome = Outcome.FAILED;
        }
    }

    /** A newer Screen is there: perhaps with the answer, or with the older lines. */
    void news() {
        HistoryPage page = state.screen().history();
        if (page.request() != answersSeen) {
            answersSeen = page.request();
            Optional<SearchedWords> question = asked;
            asked = Optional.empty();
            question.filter(words -> outcome == Outcome.SEARCHING).ifPresent(words -> take(page, words));
        }
        if (outcome == Outcome.LOADING) {
            goOnWhereLoaded();
        }
    }

    private void take(HistoryPage page, SearchedWords question) {
        if (!question.equals(wanted)) {
            ask(Long.MAX_VALUE);
        } else if (!page.problem().isBlank()) {
            outcome = Outcome.FAILED;
        } else {
            goTo(page);
        }
    }

    /** The newest finding that is not loaded yet. */
    private void goTo(HistoryPage page) {
        Transcript shown = state.screen().transcript();
        List<Stored> found = page.page().messages();
        for (int i = found.size() - 1; i >= 0; i--) {
            Spot spot = Spot.of(found.get(i));
            if (!spot.isHidden(state.preferences()) && spot.keyIn(shown) == Transcript.NOTHING_NEW) {
                load(shown, spot);
                return;
            }
        }
        if (page.page().hasOlder() && !found.isEmpty()) {
            ask(found.get(0).number());
        } else {
            outcome = Outcome.NOTHING_OLDER;
        }
    }

    private void load(Transcript shown, Spot spot) {
        boolean told = state.tell(new UserCommand.LoadBack(Tag.NONE, shown.conversation(), spot.number()));
        awaited = Optional.of(spot);
        outcome = told ? Outcome.LOADING : Outcome.FAILED;
    }

    /** What lies between may hold the letters, too, inside of words. */
    private void goOnWhereLoaded() {
        Transcript shown = state.screen().transcript();
        boolean isThere = awaited.filter(spot -> spot.keyIn(shown) != Transcript.NOTHING_NEW)
                .isPresent();
        if (isThere) {
            awaited = Optional.empty();
            lookBack(edge);
        } else if (!shown.hasOlder() || shown.lines().size() >= Transcript.MOST_LINES) {
            outcome = Outcome.TOO_FAR;
        }
    }
}
