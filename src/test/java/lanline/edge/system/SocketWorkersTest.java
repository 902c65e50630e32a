package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SocketWorkersTest {
    @Test
    void workRunsOnADaemonThreadOfItsName() throws Exception {
        SocketWorkers workers = SocketWorkers.create();
        BlockingQueue<Thread> seen = new LinkedBlockingQueue<>();
        BlockingQueue<String> names = new LinkedBlockingQueue<>();
        assertTrue(workers.run("read-1", () -> {
            names.add(Thread.currentThread().getName());
            seen.add(Thread.currentThread());
        }));
        assertEquals("read-1", names.poll(30, TimeUnit.SECONDS));
        Thread thread = seen.poll(30, TimeUnit.SECONDS);
        assertTrue(thread != null && thread.isDaemon());
        assertTrue(workers.end(30_000));
    }

    @Test
    void endingInterruptsWhatWaitsAndRefusesWhatComes() throws Exception {
        SocketWorkers workers = SocketWorkers.create();
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        workers.run("waits", () -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ended) {
                interrupted.countDown();
            }
        });
        assertTrue(waiting.await(30, TimeUnit.SECONDS));
        assertTrue(workers.end(30_000));
        assertTrue(interrupted.await(30, TimeUnit.SECONDS));
        assertFalse(workers.run("late", interrupted::countDown));
    }

    @Test
    void aThousandPiecesOfWorkAllRunAtTheSameTime() throws Exception {
        SocketWorkers workers = SocketWorkers.create();
        CountDownLatch allAreHere = new CountDownLatch(1_000);
        CountDownLatch allHaveSeen = new CountDownLatch(1_000);
        for (int i = 0; i < 1_000; i++) {
            assertTrue(workers.run("read-" + i, () -> {
                allAreHere.countDown();
                try {
                    allAreHere.await();
                    allHaveSeen.countDown();
                } catch (InterruptedException early) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        assertTrue(allHaveSeen.await(60, TimeUnit.SECONDS));
        assertTrue(workers.end(30_000));
    }

    @Test
    void endingReachesWorkBeyondThePoolToo() throws Exception {
        SocketWorkers workers = SocketWorkers.create();
        CountDownLatch waiting = new CountDownLatch(200);
        CountDownLatch interrupted = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            workers.run("waits", () -> {
                waiting.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException ended) {
                    interrupted.countDown();
                }
            });
        }
        assertTrue(waiting.await(60, TimeUnit.SECONDS));
        assertTrue(workers.end(30_000));
        assertTrue(interrupted.await(30, TimeUnit.SECONDS));
    }
}
