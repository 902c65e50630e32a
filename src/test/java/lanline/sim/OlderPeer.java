package lanline.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;

/** An older program, as {@code wire.md} section 1 describes them: announces itself, serves a connection in its own way. */
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
        NEVER_READS
    }

    final String name;
    final Habit habit;
    final List<String> shown = new ArrayList<>();

    private final SimLan lan;
    private final SimMachine machine;
    private final Map<SimLink.Side, StringBuilder> received = new HashMap<>();

    OlderPeer(SimLan lan, SimMachine machine, String name, Habit habit) {
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
            lan.broadcast(this, on, SimHost.UDP, Bytes.utf8(datagram));
        }
        lan.agenda.in(8_000, this::announce);
    }

    /** Says something to {@code to}, as it is. */
    void say(Endpoint to, String text) {
        SimLink.Side side = lan.dial(this, to, 5_000);
        side.transmit(Bytes.utf8(text));
        side.finish();
    }

    @Override
    public int udpPort() {
        return SimHost.UDP;
    }

    @Override
    public int tcpPort() {
        return SimHost.TCP;
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
                side.transmit(Bytes.utf8("{\"unencrypted_message\": \"got it\"}"));
                side.finish();
            }
            case KEEPS_OPEN -> show(side);
            default -> {
                // It waits for the end.
            }
        }
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
