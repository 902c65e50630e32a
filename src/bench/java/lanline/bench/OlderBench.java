package lanline.bench;

import java.io.IOException;
import lanline.bench.OldReceiver.Family;

/** To and from older programs: Enter to receipt on the socket of each family, and 200 people who send ten messages each at once. */
final class OlderBench implements Benchmark {
    private static final int ROUNDS = Bench.ROUNDS;
    private static final int MESSAGES = 30;
    private static final int PEOPLE = 200;
    private static final int EACH = 10;

    private final Markers markers = new Markers();

    @Override
    public void run(Report report) throws Exception {
        for (Family family : Family.values()) {
            Samples receipt = new Samples();
            for (int round = 0; round < ROUNDS; round++) {
                send(family, receipt);
            }
            report.row("Enter to receipt on its socket, " + family + ", ms", receipt, "");
        }
        Samples last = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            last.add(crowd());
        }
        report.row("200 people, 10 messages each, at once: first connection to the last one told, ms", last, "");
    }

    private void send(Family family, Samples receipt) throws IOException, InterruptedException {
        try (Lan lan = new Lan(24);
                Home home = new Home();
                Chat ece = new Chat(lan, 1, home, "ece");
                Helper ali = new Helper(lan.on(2, Commands.helper(OldReceiver.class, family.name())))) {
            ece.open("ali", lan.address(2));
            if (family == Family.WEAK) {
                ece.terminal().type("/weak on\r");
                ece.terminal().awaitScreen("weak", screen -> screen.contains("WEAK"));
            }
            for (int i = 0; i < MESSAGES; i++) {
                ece.terminal().type(markers.next());
                ece.terminal().settle(50);
                long enter = ece.terminal().type("\r");
                receipt.addMillis(enter, ali.nanos());
                ece.terminal().settle(50);
            }
        }
    }

    private static double crowd() throws Exception {
        try (Lan lan = new Lan(16);
                Home home = new Home();
                JsonChat ece = new JsonChat(lan, 1, home, "ece")) {
            lan.manyAddresses("10.77.128.0/17");
            ece.awaitReady();
            try (Helper crowd = new Helper(lan.on(
                    2,
                    Commands.helper(
                            OldCrowd.class, lan.address(1), Integer.toString(PEOPLE), Integer.toString(EACH))))) {
                crowd.order("go");
                long first = crowd.nanos();
                return (ece.awaitMessages(PEOPLE * EACH) - first) / 1e6;
            }
        }
    }
}
