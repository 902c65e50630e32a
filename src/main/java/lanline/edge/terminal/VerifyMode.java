package lanline.edge.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.event.UserCommand.Verify;
import lanline.core.model.ComparisonStage;
import lanline.core.screen.Screen.Comparison;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.StatusBar;
import lanline.edge.terminal.view.TextBox;
import lanline.edge.terminal.view.TextBox.Paragraph;

/** The window in which two people compare words. It opens only where the person here has asked for it. Screen thread only. */
final class VerifyMode implements Mode {
    /** The longest word of the list has seven letters; its number and a blank stand before it. */
    private static final int LONGEST_WORD = 9;

    /** With the blanks up to the next word. */
    private static final int WORD_COLUMNS = LONGEST_WORD + 3;

    private final WindowState state;
    private final Mode back;
    /** What was told before this window asked. */
    private final Optional<Comparison> before;

    private final Overlay overlay;

    VerifyMode(WindowState state, Mode back) {
        this.state = state;
        this.back = back;
        this.before = state.screen().comparison();
        this.overlay = new Overlay(state, back);
    }

    /** What is told here, once there is news of it. */
    private Optional<Comparison> shown() {
        Optional<Comparison> now = state.screen().comparison();
        return now.isPresent() && isNews(now.get()) ? now : Optional.empty();
    }

    /** Words that were shown before are shown again. */
    private boolean isNews(Comparison now) {
        return now.stage() == ComparisonStage.SHOWN
                || before.filter(now::equals).isEmpty();
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(Scope.IN_COMPARISON, press.key());
        return action.map(this::act).orElse(this);
    }

    private Mode act(Action action) {
        switch (action) {
            case SAME -> answer(true);
            case DIFFERENT -> answer(false);
            case BACK -> {
                state.redraw();
                return back;
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            default -> overlay.scroll(action);
        }
        return this;
    }

    private void answer(boolean same) {
        shown().filter(now -> now.stage() == ComparisonStage.SHOWN)
                .ifPresent(
                        now -> state.send(new Verify(Comparison.TAG, now.with().text(), Optional.of(same))));
    }

    @Override
    public Mode news() {
        overlay.news();
        return this;
    }

    @Override
    public boolean showsLiveEnd() {
        return back.showsLiveEnd();
    }

    @Override
    public void draw(Canvas canvas) {
        Optional<Comparison> now = shown();
        boolean isAsking =
                now.filter(one -> one.stage() == ComparisonStage.SHOWN).isPresent();
        List<String> hints = isAsking ? List.of("y the same", "n they differ", "Esc later") : List.of("Esc back");
        String left = isAsking ? "Are all six words the same?" : "Comparing words";
        overlay.draw(canvas, box(canvas, now), new StatusBar.Content(left, hints, Role.STATUS));
    }

    private static TextBox box(Canvas canvas, Optional<Comparison> now) {
        List<Paragraph> text = new ArrayList<>();
        now.ifPresentOrElse(
                one -> text.addAll(one.stage() == ComparisonStage.SHOWN ? asking(canvas, one) : told(one)),
                () -> text.add(new Paragraph("Asking the other program for words to compare …", false)));
        String name = now.map(one -> one.name().value()).orElse("");
        return new TextBox(name.isEmpty() ? "Compare words" : "Compare words with " + name, text);
    }

    private static List<Paragraph> told(Comparison now) {
        return List.of(new Paragraph(now.sentence().value(), false));
    }

    /** What counts comes first: in a small window the rest has to be scrolled to. */
    private static List<Paragraph> asking(Canvas canvas, Comparison now) {
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph("", false));
        int inRow = TextBox.columns(canvas) > 2 * WORD_COLUMNS + LONGEST_WORD ? 3 : 2;
        for (int from = 0; from < now.words().size(); from += inRow) {
            text.add(new Paragraph(row(now.words(), from, inRow), true));
        }
        text.add(new Paragraph("", false));
        text.add(new Paragraph(
                "Read these words to " + now.name() + " by phone or side by side, not in this chat: does " + now.name()
                        + " see the same six, in the same order?",
                false));
        text.add(new Paragraph("", false));
        text.add(new Paragraph("y    yes, all six are the same: nobody is between you", false));
        text.add(new Paragraph("n    no, at least one differs: somebody may be reading along", false));
        text.add(new Paragraph("Esc  later: /verify " + now.name() + " shows them again", false));
        return text;
    }

    private static String row(List<String> words, int from, int inRow) {
        StringBuilder row = new StringBuilder();
        for (int i = from; i < Math.min(from + inRow, words.size()); i++) {
            String word = (i + 1) + " " + words.get(i);
            row.append(word).append(" ".repeat(WORD_COLUMNS - word.length()));
        }
        return " " + row.toString().stripTrailing();
    }
}
