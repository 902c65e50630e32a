package lanline.edge.terminal.view;

import lanline.core.model.ConversationId;
import lanline.core.screen.Lines;
import lanline.core.screen.Transcript;

/** Counts the messages that are loaded of a conversation, looking at each line once. Screen thread only. */
final class MessageCount {
    private ConversationId conversation = ConversationId.HOME;
    private long from;
    private long end;
    private int sent;
    private int received;

    void show(Transcript transcript) {
        Lines lines = transcript.lines();
        long first = lines.firstKey();
        boolean grown = transcript.conversation().equals(conversation) && first <= from && first + lines.size() >= end;
        if (!grown) {
            conversation = transcript.conversation();
            from = first;
            end = first;
            sent = 0;
            received = 0;
        }
        count(lines, first, from);
        count(lines, end, first + lines.size());
        from = first;
        end = first + lines.size();
    }

    private void count(Lines lines, long start, long stop) {
        for (long key = start; key < stop; key++) {
            lines.get((int) (key - lines.firstKey())).chatMessage().ifPresent(message -> {
                sent += message.isOwn() ? 1 : 0;
                received += message.isOwn() ? 0 : 1;
            });
        }
    }

    int sent() {
        return sent;
    }

    int received() {
        return received;
    }
}
