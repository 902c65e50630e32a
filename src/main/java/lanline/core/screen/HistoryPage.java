package lanline.core.screen;

import java.util.List;
import lanline.core.event.StorageEvent.Page;
import lanline.core.model.ConversationId;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * What the history view shows: the newest answer to what was asked for there. {@code problem} is empty, or why there is no answer.
 * {@code request} counts the answers, so that a view sees a new one even where it is equal. {@code exported}: what became of the
 * last export that was asked for there.
 */
public record HistoryPage(Page page, SafeText problem, long request, Exported exported) {
    /** What a view asks with ({@code SearchHistory}, {@code ReadHistory}) to get its answer here. */
    public static final Tag TAG = Tag.internal("history view");

    /** What a view exports with. */
    public static final Tag EXPORT = Tag.internal("history view's export");

    static final HistoryPage NONE =
            new HistoryPage(new Page(ConversationId.HOME, "", List.of(), false), SafeText.EMPTY, 0);

    /** {@code number} counts the exports. */
    public record Exported(long number, SafeText sentence) {}

    /** Where nothing was exported. */
    public HistoryPage(Page page, SafeText problem, long request) {
        this(page, problem, request, new Exported(0, SafeText.EMPTY));
    }

    HistoryPage answered(Page answer) {
        return new HistoryPage(answer, SafeText.EMPTY, request + 1, exported);
    }

    HistoryPage failed(SafeText why) {
        return new HistoryPage(NONE.page, why, request + 1, exported);
    }

    HistoryPage exported(SafeText sentence) {
        return new HistoryPage(page, problem, request, new Exported(exported.number + 1, sentence));
    }

    /** Mostly the same page is compared with itself, at each event. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof HistoryPage that
                        && request == that.request
                        && exported.equals(that.exported)
                        && problem.equals(that.problem)
                        && page.equals(that.page);
    }

    @Override
    public int hashCode() {
        return 31 * page.hashCode() + Long.hashCode(request);
    }
}
