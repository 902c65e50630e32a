package lanline.core.preference;

import java.util.ArrayList;
import java.util.List;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.ToggleHighlight;
import lanline.core.model.Setting;
import lanline.core.text.Folding;
import lanline.core.text.SafeText;

/** The words that count as a mention, one added or taken off at a time. Lives on the bus thread. */
public final class HighlightWords {
    private final EventBus bus;
    private final ChosenSettings settings;

    public HighlightWords(EventBus bus, ChosenSettings settings) {
        this.bus = bus;
        this.settings = settings;
        bus.subscribe(ToggleHighlight.class, this::onToggle);
    }

    private void onToggle(ToggleHighlight command) {
        List<String> words = settings.preferences().highlights();
        if (command.word().isEmpty()) {
            answer(command, listed(words));
            return;
        }
        List<String> others =
                words.stream().filter(word -> !same(word, command.word())).toList();
        boolean added = others.size() == words.size();
        List<String> changed = new ArrayList<>(others);
        if (added) {
            changed.add(command.word());
        }
        String value = String.join(", ", changed);
        if (Setting.HIGHLIGHT.read(value).isEmpty()) {
            refuse(command, "not added: highlight takes " + Setting.HIGHLIGHT.allowed());
            return;
        }
        settings.change(command.tag(), Setting.HIGHLIGHT, value);
        answer(
                command,
                added
                        ? command.word() + " counts as a mention from now on; /highlight " + command.word()
                                + " again takes it off"
                        : command.word() + " is no longer a mention");
    }

    private static boolean same(String one, String other) {
        return Folding.fold(one).equals(Folding.fold(other));
    }

    private static String listed(List<String> words) {
        return words.isEmpty()
                ? "only your name counts as a mention; /highlight WORD adds a word"
                : "beside your name these count as a mention: " + String.join(", ", words)
                        + "; /highlight WORD adds one, or takes one of them off";
    }

    private void answer(ToggleHighlight command, String sentence) {
        bus.raise(new Answered(command.tag(), List.of(SafeText.line(sentence))));
    }

    private void refuse(ToggleHighlight command, String sentence) {
        bus.raise(
                new CommandRefused(command.tag(), CommandRefused.Code.BAD_COMMAND, SafeText.line(sentence), List.of()));
    }
}
