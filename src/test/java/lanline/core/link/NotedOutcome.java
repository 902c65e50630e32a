package lanline.core.link;

import java.util.List;
import lanline.core.text.SafeText;

/** Notes what becomes of an attempt, in words: {@code taken}, {@code failed true …} where it may have arrived, and so on. */
record NotedOutcome(List<String> notes, Runnable onceTaken) implements DialledLinks.Outcome {
    NotedOutcome(List<String> notes) {
        this(notes, () -> {});
    }

    @Override
    public void taken() {
        notes.add("taken");
        onceTaken.run();
    }

    @Override
    public void failed(boolean mayHaveArrived, SafeText problem) {
        notes.add("failed " + mayHaveArrived + " " + problem);
    }

    @Override
    public void unsaid(SafeText why) {
        notes.add("unsaid " + why);
    }

    @Override
    public void answered(SafeText answer) {
        notes.add("answered " + answer);
    }

    @Override
    public void lost(SafeText problem) {
        notes.add("lost " + problem);
    }
}
