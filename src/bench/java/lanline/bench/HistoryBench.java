package lanline.bench;

import java.io.IOException;
import java.util.List;

/** A million stored messages: how fast they are searched, in the store and as seen on the screen, and how fast the view opens. */
final class HistoryBench implements Benchmark {
    private static final int ROUNDS = Bench.ROUNDS;
    private static final int OPENINGS = 5;
    private static final String F2 = "\u001bOQ";

    /** Nothing more comes when nothing has come for so long: what was drawn last is the result. */
    private static final int QUIET_MILLIS = 150;

    private final Samples firstOpening = new Samples();
    private final Samples openings = new Samples();
    private final Samples keys = new Samples();
    private final Samples resident = new Samples();

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (Lan lan = new Lan(24);
                Home home = new Home()) {
            Commands.run(lan.on(
                    1,
                    Commands.lanline(
                            "--json", "--name", "ece", "--home", home.folder().toString())));
            try (StoreClient store = new StoreClient(home.hostFolder())) {
                store.fill(report);
                store.search(report);
            }
            for (int round = 0; round < ROUNDS; round++) {
                view(lan, home, round);
            }
        }
        report.row("history view on 1,000,000 messages: first opening after a start, ms", firstOpening, "≤ 100");
        report.row("the same, later openings, ms", openings, "≤ 100");
        report.row("search in the view: a key to the last byte of its result, ms", keys, "≤ 50");
        report.row("resident memory afterwards, MB", resident, "");
    }

    private void view(Lan lan, Home home, int round) throws IOException, InterruptedException {
        try (Chat ece = new Chat(lan, 1, home, "ece")) {
            Terminal terminal = ece.terminal();
            terminal.settle(1_000);
            firstOpening.add(open(terminal));
            for (int i = 0; i < OPENINGS; i++) {
                terminal.type(F2);
                terminal.settle(QUIET_MILLIS);
                openings.add(open(terminal));
            }
            int needle = round * 13 + 3;
            search(terminal, Corpus.needle(needle), Corpus.answer(needle));
            search(terminal, Corpus.word(2), Corpus.word(2));
            search(terminal, Corpus.word(15_000), Corpus.word(15_000));
            search(terminal, Corpus.word(40) + " " + Corpus.word(300), Corpus.word(300));
            resident.add(ece.figures().residentMegabytes());
            terminal.type(F2);
            ece.quit();
        }
    }

    private static double open(Terminal terminal) throws IOException, InterruptedException {
        long from = terminal.type(F2);
        long shown = terminal.settle(QUIET_MILLIS);
        expect(terminal, "n" + (Corpus.MESSAGES - 1));
        return (shown - from) / 1e6;
    }

    /** Types letter by letter, each after the result of the one before. */
    private void search(Terminal terminal, String text, String found) throws IOException, InterruptedException {
        for (String letter : List.of(text.split(""))) {
            long from = terminal.type(letter);
            keys.addMillis(from, terminal.settle(QUIET_MILLIS));
        }
        expect(terminal, found);
        terminal.type("\u0015");
        terminal.settle(QUIET_MILLIS);
    }

    private static void expect(Terminal terminal, String text) throws IOException {
        if (!terminal.screen().contains(text)) {
            throw new IOException("not on the screen: " + text + "\n" + terminal.screen());
        }
    }
}
