package lanline.bench;

import java.io.IOException;
import java.util.List;

/** The real program on one host of a LAN, with a home of its own, in a terminal. */
final class Chat implements AutoCloseable {
    static final int COLUMNS = 80;
    static final int ROWS = 24;

    private final Home home;
    private final Terminal terminal;

    Chat(Lan lan, int host, Home home, String name) throws IOException, InterruptedException {
        this.home = home;
        List<String> program =
                Commands.lanline("--name", name, "--home", home.folder().toString());
        terminal = new Terminal(lan.on(host, program), home, COLUMNS, ROWS);
        terminal.awaitScreen(
                "F1 help, and who is here", screen -> screen.contains("F1 help") && screen.contains(" here"));
    }

    Terminal terminal() {
        return terminal;
    }

    Home home() {
        return home;
    }

    /** Waits until {@code name} is on the list, and opens the conversation. */
    void open(String name, String address) throws IOException, InterruptedException {
        terminal.awaitScreen(name, screen -> screen.contains(name));
        terminal.type("/query " + name + "\r");
        terminal.awaitScreen("the conversation", screen -> screen.contains(name + " · " + address));
        terminal.settle(300);
    }

    ProcessFigures figures() {
        return new ProcessFigures(terminal.pid());
    }

    /** Types one key and waits for its echo; in milliseconds. */
    double key(int number) throws IOException, InterruptedException {
        String letter = Markers.key(number);
        int mark = terminal.mark();
        long from = terminal.type(letter);
        return (terminal.awaitText(letter, mark) - from) / 1e6;
    }

    void clearInput() throws IOException, InterruptedException {
        terminal.type("\u0003");
        terminal.settle(50);
    }

    void quit() throws IOException, InterruptedException {
        terminal.type("\u0011");
        terminal.awaitEnd();
    }

    @Override
    public void close() {
        terminal.close();
    }
}
