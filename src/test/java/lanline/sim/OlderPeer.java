package lanline.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;
import lanline.core.secure.weak.CipherRow;
import lanline.core.secure.weak.KeySearch;
import lanline.core.secure.weak.Opening;

/** An older program, as {@code wire.md} sections 1 and 2 describe them: announces itself, serves a connection in its own way. */
final class OlderPeer implements SimProgram {
    /** What it does with a connection. */
    enum Habit {
        /** Shows the first thing that it receives and closes. */
        RECEIVES_ONCE,
        /** Shows what it has when the other side has ended. */
        SHOWS_AT_THE_END,
        /** Shows, answers on the same connection, closes. */
        ANSWERS,
        /** Shows, and keeps the connection open as long as the other side does. */
        KEEPS_OPEN,
        /** Accepts and never reads nor closes. */
        NEVER_READS,
        /** Answers a key with one, and shows what is encrypted on the same connection. */
        EXCHANGES,
        /** Answers a key with one and closes; shows what is encrypted on the next connection. */
        EXCHANGES_APART,
        /** Takes a key only as a Python bytes literal, and closes without an answer otherwise. */
        EXCHANGES_LITERALS
    }

    private static final Pattern SEALED = Pattern.compile("\"encrypted[_ ]?message\": \"([^\"]*)\"");
    private static final String LITERAL = "{\"key\": \"b'8'\"}";
    private static final String DECIMAL = "{\"key\": \"8\"}";

    final String name;
    final Habit habit;
    final List<String> shown = new ArrayList<>();

    private final SimLan lan;
    private final SimMachine machine;
    private final Map<SimLink.Side, StringBuilder> received = new HashMap<>();

    /** Of the edition of 2019, or else of 2024. */
    final boolean isOf2019;

    OlderPeer(SimLan lan, SimMachine machine, String name, Habit habit, boolean isOf2019) {
        this.isOf2019 = isOf2019;
        this.lan = lan;
        this.machine = machine;
        this.name = name;
        this.habit = habit;
        machine.programs.add(this);
        lan.agenda.in(lan.agenda.between(0, 8_000), this::announce);
    }

    private void announce() {
        for (LanInterface on : machine.interfaces) {
            String datagram = "{\"username\": \"" + name + "\"}";
            lan.broadcast(this, on, udpPort(), Bytes.utf8(datagram));
        }
        lan.agenda.in(isOf2019 ? 60_000 : 8_000, this::announce);
    }

    /** Says something to {@code to}, as it is. */
    void say(Endpoint to, String text) {
        SimLink.Side side = lan.dial(this, to, 5_000);
        side.transmit(Bytes.utf8(text));
        side.finish();
    }

    /** Says something in the old encryption after a while, if it is answered at all; {@code apart}: on a second connection. */
    void sayWeakly(Endpoint to, String text, boolean apart) {
        String sealed =
                "{\"encrypted_message\": \"" + CipherRow.USUAL.encrypt(1, text).orElseThrow() + "\"}";
        SimLink.Side side = lan.dial(this, to, 5_000);
        side.transmit(Bytes.utf8(DECIMAL));
        lan.agenda.in(lan.agenda.between(0, 30_000), () -> {
            if (apart) {
                side.close();
                say(to, sealed);
            } else {
                side.transmit(Bytes.utf8(sealed));
                side.finish();
            }
        });
    }

    @Override
    public int udpPort() {
        return isOf2019 ? SimHost.OLDER_UDP : SimHost.UDP;
    }

    @Override
    public int tcpPort() {
        return isOf2019 ? SimHost.OLDER_TCP : SimHost.TCP;
    }

    @Override
    public SimMachine machine() {
        return machine;
    }

    @Override
    public void datagram(Endpoint from, Bytes payload) {
        // It would remember the name and the address; nothing here depends on that.
    }

    @Override
    public void accepted(SimLink.Side side, Endpoint from) {
        received.put(side, new StringBuilder());
    }

    @Override
    public void opened(SimLink.Side side) {
        // What it says waits in the link already.
    }

    @Override
    public void bytes(SimLink.Side side, Bytes bytes) {
        StringBuilder got = received.get(side);
        if (got == null || habit == Habit.NEVER_READS) {
            return;
        }
        got.append(bytes.toText());
        switch (habit) {
            case RECEIVES_ONCE -> {
                show(side);
                side.close();
            }
            case ANSWERS -> {
                show(side);
                side.transmit(Bytes.utf8(isOf2019 ? "got it" : "{\"unencrypted_message\": \"got it\"}"));
                side.finish();
            }
            case KEEPS_OPEN -> show(side);
            case EXCHANGES, EXCHANGES_APART, EXCHANGES_LITERALS -> exchange(side, got);
            default -> {
                // It waits for the end.
            }
        }
    }

    private void exchange(SimLink.Side side, StringBuilder got) {
        String text = got.toString();
        boolean isLiteral = text.contains("b'");
        if (!text.contains("\"key\"")) {
            got.setLength(0);
            got.append(opened(text));
            show(side);
            side.close();
        } else if (habit == Habit.EXCHANGES_LITERALS && !isLiteral) {
            side.close();
        } else {
            got.setLength(0);
            side.transmit(Bytes.utf8(isLiteral ? LITERAL : DECIMAL));
            if (habit == Habit.EXCHANGES_APART) {
                side.close();
            }
        }
    }

    /** A plain message as it is; an encrypted one as if it had been plain. */
    private static String opened(String object) {
        Matcher sealed = SEALED.matcher(object);
        if (!sealed.find()) {
            return object;
        }
        return KeySearch.open(sealed.group(1), OptionalInt.of(1)) instanceof Opening.Opened opened
                ? "{\"message\": \"" + opened.text() + "\"}"
                : object;
    }

    private void show(SimLink.Side side) {
        StringBuilder got = received.get(side);
        if (got != null && !got.isEmpty()) {
            shown.add(got.toString());
            got.setLength(0);
        }
    }

    @Override
    public void inputEnded(SimLink.Side side) {
        if (habit == Habit.SHOWS_AT_THE_END) {
            show(side);
        }
        if (habit != Habit.NEVER_READS && habit != Habit.KEEPS_OPEN) {
            side.finish();
        }
    }

    @Override
    public void closed(SimLink.Side side, String problem) {
        received.remove(side);
    }

    @Override
    public boolean copesWithCuts() {
        return false;
    }
}
