package lanline.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;
import lanline.core.session.Claim;
import lanline.core.session.Frame;
import lanline.core.session.OwnSide;
import lanline.core.session.Session;
import lanline.core.session.SessionOutput;
import lanline.core.session.Suite;
import lanline.testing.OwnSides;

/**
 * Many other Lanlines, which dial one after the other and keep their sessions until they are killed; says when all stand. Arguments: to
 * which address, to whom, how many.
 */
final class Callers {
    private Callers() {}

    public static void main(String[] arguments) throws Exception {
        int many = Integer.parseInt(arguments[2]);
        for (int i = 1; i <= many; i++) {
            OwnSide own = OwnSides.of("caller " + i, 7_000 + i, i, i, (other, suite) -> Optional.empty());
            new Call(arguments[0], Session.dial(own, new LanlineId(arguments[1]))).await();
        }
        System.out.println(System.nanoTime());
        System.in.read();
    }

    private static final class Call implements SessionOutput.Handler {
        private final Socket socket;
        private final Session session;
        private final Semaphore up = new Semaphore(0);

        Call(String to, Session session) throws IOException {
            this.session = session;
            socket = new Socket(InetAddress.getByName(to), 6_001);
            socket.setTcpNoDelay(true);
        }

        void await() throws InterruptedException {
            handle(session.opened());
            Thread reader = new Thread(this::read);
            reader.setDaemon(true);
            reader.start();
            up.acquire();
        }

        private void read() {
            byte[] buffer = new byte[4_096];
            try {
                for (int count = socket.getInputStream().read(buffer); count >= 0; ) {
                    handle(session.receive(Bytes.copyOf(buffer, 0, count)));
                    count = socket.getInputStream().read(buffer);
                }
            } catch (IOException gone) {
                broken(gone.toString());
            }
            broken("it was ended");
        }

        private void handle(List<SessionOutput> outputs) {
            outputs.forEach(output -> output.deliverTo(this));
        }

        @Override
        public void transmit(Bytes bytes) {
            try {
                socket.getOutputStream().write(bytes.toArray());
            } catch (IOException gone) {
                broken(gone.toString());
            }
        }

        @Override
        public void up(Claim other, Suite suite, Bytes channelBinding) {
            up.release();
        }

        @Override
        public void heard(Frame frame) {
            // Nobody here wants to talk.
        }

        @Override
        public void broken(String why) {
            System.err.println("a session is broken: " + why);
            System.exit(1);
        }
    }
}
