package lanline.edge.terminal.view;

import lanline.core.model.ConversationId;
import lanline.core.screen.Line;
import lanline.core.screen.Lines;
import lanline.core.screen.Transcript;

/** Counts what others wrote from the "new" line on, looking at each line once. Screen thread only. */
final class NewCount {
    private static final Line.Handler<Boolean> FROM_OTHERS = new Line.Handler<>() {
        @Override
        public Boolean message(Line.Message message) {
            return !message.message().isOwn();
        }

        @Override
        public Boolean said(Line.Said said) {
            return false;
        }
    };

    private ConversationId conversation = ConversationId.HOME;
    private long from = Transcript.NOTHING_NEW;
    private long next;
    private int count;

    int of(Transcript transcript) {
        Lines lines = transcript.lines();
        if (!transcript.conversation().equals(conversation) || transcript.newFrom() != from) {
            conversation = transcript.conversation();
            from = transcript.newFrom();
            next = Math.max(from, lines.firstKey());
            count = 0;
        }
        for (; next < lines.firstKey() + lines.size(); next++) {
            count += lines.get((int) (next - lines.firstKey())).deliverTo(FROM_OTHERS) ? 1 : 0;
        }
        return count;
    }
}
