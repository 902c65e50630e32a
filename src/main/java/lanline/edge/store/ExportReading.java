package lanline.edge.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.ExportFailed;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.model.ConversationId;
import lanline.core.model.Nickname;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/** Writes a conversation, or everything, or what a search finds of it, to a file, a stretch a step: constant memory. Lives on the thread that reads. */
final class ExportReading implements Reading {
    /** Messages a step: some milliseconds, for which a page or search may have to wait. */
    private static final int STRETCH = 500;

    private final EventBus bus;
    private final Order order;
    private @Nullable Progress progress;

    ExportReading(EventBus bus, Order order) {
        this.bus = bus;
        this.order = order;
    }

    /** What to export, where to, and under which own name and time zone. */
    record Order(Tag tag, What what, Path folder, String file, Nickname self, ZoneId zone) {}

    /** A conversation, or HOME for all; {@code text} empty: everything in it, else what a search for it finds. */
    record What(ConversationId conversation, String text) {}

    @Override
    public boolean step(StoredMessages messages) throws SQLException, IOException {
        try {
            return write(messages);
        } catch (SeveralPeopleException unclear) {
            fail(unclear.sentence());
            return true;
        }
    }

    private boolean write(StoredMessages messages) throws SQLException, IOException, SeveralPeopleException {
        if (progress == null) {
            progress = new Progress(order, messages.count());
        }
        if (progress.writeStretch(messages)) {
            return false;
        }
        progress.file.complete();
        bus.answer(new HistoryExported(order.tag(), progress.file.path().toString(), progress.written));
        return true;
    }

    @Override
    public void fail(SafeText reason) {
        if (progress != null) {
            progress.file.close();
        }
        bus.answer(new ExportFailed(order.tag(), reason));
    }

    @Override
    public boolean isOutdated() {
        return false;
    }

    /** A begun export: what is stored after its beginning is not part of it. */
    private static final class Progress {
        private final What what;
        private final ExportFile file;
        private final ExportFormat format;
        private final long last;
        private long reached;
        private long written;

        Progress(Order order, long last) throws IOException {
            this.last = last;
            what = order.what();
            file = ExportFile.create(order.folder(), order.file());
            format = ExportFormat.of(order, file.out());
        }

        /** False if nothing was left to write. */
        boolean writeStretch(StoredMessages messages) throws SQLException, IOException, SeveralPeopleException {
            if (reached >= last) {
                return false;
            }
            List<Stored> stretch = what.text.isEmpty() ? next(messages) : nextFound(messages);
            for (Stored stored : stretch) {
                format.write(stored.message());
                written++;
            }
            format.flush();
            return true;
        }

        private List<Stored> next(StoredMessages messages) throws SQLException, SeveralPeopleException {
            List<Stored> stretch = messages.stretch(what.conversation, reached, last, STRETCH);
            reached = stretch.isEmpty() ? last : stretch.get(stretch.size() - 1).number();
            return stretch;
        }

        /** So many numbers that all findings among them are in one page. */
        private List<Stored> nextFound(StoredMessages messages) throws SQLException, SeveralPeopleException {
            long from = reached;
            reached = Math.min(last, reached + STRETCH);
            Before end = Before.number(reached + 1);
            return messages.search(what.conversation, what.text, end, STRETCH).messages().stream()
                    .filter(stored -> stored.number() > from)
                    .toList();
        }
    }
}
