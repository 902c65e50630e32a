package lanline.core.screen;

import java.util.List;
import lanline.core.event.StorageEvent.Page;
import lanline.core.model.ConversationId;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * What the history view shows: the newest answer to what was asked for there. {@code problem} is empty, or why there is no answer.
 * {@code request} counts the answers, so that a view sees a new one even where it is equal.
 */
public record HistoryPage(Page page, SafeText problem, long request) {
    /** What a view asks with ({@code SearchHistory}) to get its answer here. */
    public static final Tag TAG = Tag.internal("history view");

    static final HistoryPage NONE =
            new HistoryPage(new Page(ConversationId.HOME, "", List.of(), false), SafeText.EMPTY, 0);

    /** Mostly the same page is compared with itself, at each event. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof HistoryPage that
                        && request == that.request
                        && problem.equals(that.problem)
                        && page.equals(that.page);
    }

    @Override
    public int hashCode() {
        return 31 * page.hashCode() + Long.hashCode(request);
    }
}
