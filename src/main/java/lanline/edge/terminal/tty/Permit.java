package lanline.edge.terminal.tty;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to change what the terminal shows and does: one thread has it at a time, and whoever restores the terminal
 * takes it for good, so that no frame ever follows. Any thread.
 */
final class Permit {
    /** A frame that the terminal doesn't take holds the permit; the process must still end within a second. */
    private static final long WAIT_MILLIS = 250;

    private final Semaphore permit = new Semaphore(1);
    private final AtomicBoolean withdrawn = new AtomicBoolean();

    /** Waits for whoever has it; throws once it is withdrawn. */
    void take() throws IOException {
        try {
            while (!permit.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                refuseOnceWithdrawn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the terminal was free", e);
        }
        if (withdrawn.get()) {
            permit.release();
        }
        refuseOnceWithdrawn();
    }

    void giveBack() {
        permit.release();
    }

    /** From now on nobody gets it; true for the first who asks so. */
    boolean withdraw() {
        return withdrawn.compareAndSet(false, true);
    }

    boolean isWithdrawn() {
        return withdrawn.get();
    }

    /** After {@link #withdraw}: waits for whoever still has it, not for one whom the terminal holds up. */
    void awaitLast() throws InterruptedException {
        permit.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    void refuseOnceWithdrawn() throws IOException {
        if (withdrawn.get()) {
            throw new IOException("the terminal was given back");
        }
    }

    /** {@code device} for whoever has the permit, which is taken for each write. */
    OutputStream over(OutputStream device) {
        return new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                write(new byte[] {(byte) oneByte}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                take();
                try {
                    device.write(bytes, offset, length);
                } finally {
                    giveBack();
                }
            }
        };
    }
}
