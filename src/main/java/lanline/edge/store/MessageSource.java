package lanline.edge.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/** Where the reading thread finds messages. Used on that thread only. */
interface MessageSource {
    /** Does a step; it may end with SQLITE_INTERRUPT once {@code cancelled}. True when all of the reading is done. */
    boolean step(Reading reading, BooleanSupplier cancelled) throws SQLException, IOException, InterruptedException;

    /** The database turned out to be damaged. */
    void reportDamage();

    void close();

    /** On a local disk: a connection of its own, opened when first needed. */
    final class OwnConnection implements MessageSource {
        private final Path file;
        private final Runnable onDamage;
        private BooleanSupplier cancelled = () -> false;
        private @Nullable Database database;
        private @Nullable StoredMessages messages;

        OwnConnection(Path file, Runnable onDamage) {
            this.file = file;
            this.onDamage = onDamage;
        }

        @Override
        public boolean step(Reading reading, BooleanSupplier stopped) throws SQLException, IOException {
            cancelled = () -> false;
            StoredMessages from = messages();
            cancelled = stopped;
            return reading.step(from);
        }

        private StoredMessages messages() throws SQLException {
            if (messages == null) {
                close();
                Database opened = Database.openBeside(file);
                database = opened;
                StoredMessages usable = new StoredMessages(opened);
                opened.execute("PRAGMA query_only=ON");
                opened.cancelWhen(() -> cancelled.getAsBoolean());
                messages = usable;
            }
            return messages;
        }

        @Override
        public void reportDamage() {
            onDamage.run();
        }

        @Override
        public void close() {
            messages = null;
            if (database != null) {
                database.close();
                database = null;
            }
        }
    }

    /** On a network file system, where only one connection may be open: the store thread does each step between its own work. */
    final class SharedConnection implements MessageSource {
        private final Executor storeThread;
        private final StoredMessages messages;
        private final Runnable onDamage;

        SharedConnection(Executor storeThread, StoredMessages messages, Runnable onDamage) {
            this.storeThread = storeThread;
            this.messages = messages;
            this.onDamage = onDamage;
        }

        @Override
        public boolean step(Reading reading, BooleanSupplier cancelled)
                throws SQLException, IOException, InterruptedException {
            FutureTask<Boolean> there = new FutureTask<>(() -> reading.step(messages));
            storeThread.execute(there);
            try {
                return there.get();
            } catch (ExecutionException e) {
                throw asItWas(e.getCause());
            }
        }

        private static SQLException asItWas(@Nullable Throwable thrown) throws SQLException, IOException {
            if (thrown instanceof IOException ofFile) {
                throw ofFile;
            }
            if (thrown instanceof SQLException ofDatabase) {
                throw ofDatabase;
            }
            throw new IllegalStateException(thrown);
        }

        @Override
        public void reportDamage() {
            onDamage.run();
        }

        @Override
        public void close() {
            // The connection is the store thread's.
        }
    }

    /** While there is no history: every reading fails with the reason. */
    record NoMessages(SafeText reason) implements MessageSource {
        @Override
        public boolean step(Reading reading, BooleanSupplier cancelled) {
            reading.fail(Sentences.unreadable(reason.value()));
            return true;
        }

        @Override
        public void reportDamage() {
            // Nothing is read, so nothing is found damaged.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
