package lanline.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.session.Session;
import org.jspecify.annotations.Nullable;

/** A TCP connection: in order, but cut anywhere; what a partition holds up goes on when it is over; who writes to the dead is reset. */
final class SimLink {
    private static final int RETRANSMIT_MILLIS = 200;

    private static final String RESET = "the connection was reset";

    /** So much of what is cut comes byte by byte; all of it would take most of a simulation's time. */
    private static final int SINGLE_BYTES = 24;

    final Side dialler;
    final Side acceptor;
    final Endpoint dialled;
    private final SimLan lan;
    private boolean isSession;

    SimLink(SimLan lan, SimProgram from, Endpoint to) {
        this.lan = lan;
        dialled = to;
        dialler = new Side(from);
        acceptor = new Side(null);
    }

    void open(SimProgram listener, Endpoint from, int port) {
        acceptor.owner = listener;
        acceptor.isOpen = true;
        listener.accepted(acceptor, from, port);
        lan.agenda.in(lan.agenda.between(0, lan.mostDelay), () -> {
            if (dialler.owner != null) {
                dialler.isOpen = true;
                dialler.owner.opened(dialler);
                dialler.pumpSoon();
            }
        });
    }

    /** One end of it, as its program sees it. */
    final class Side {
        /** Null once the program is gone. */
        @Nullable
        SimProgram owner;

        private final @Nullable SimMachine machine;
        private final Deque<Bytes> outgoing = new ArrayDeque<>();
        private boolean isOpen;
        private boolean isPumping;
        private boolean hasFinished;
        private boolean hasHeardEnd;
        private boolean isClosed;

        Side(@Nullable SimProgram owner) {
            this.owner = owner;
            machine = owner == null ? null : owner.machine();
        }

        SimMachine machine() {
            SimProgram program = owner;
            SimMachine at = program == null ? machine : program.machine();
            return at == null ? other().machine() : at;
        }

        SimLink link() {
            return SimLink.this;
        }

        Side other() {
            return this == dialler ? acceptor : dialler;
        }

        void transmit(Bytes bytes) {
            if (hasFinished || isClosed) {
                return;
            }
            lan.wiretap.hear(bytes);
            isSession |= this == dialler && bytes.length() > 0 && bytes.at(0) == Session.FIRST_BYTE;
            SimProgram reader = other().owner;
            boolean mayCut = reader == null || reader.copesWithCuts();
            int style = mayCut ? lan.agenda.between(0, 2) : 0;
            int longest = style == 0 ? bytes.length() : lan.agenda.between(2, 300);
            int singles = style == 1 ? SINGLE_BYTES : 0;
            int at = 0;
            while (at < bytes.length()) {
                int end = Math.min(bytes.length(), at + (at < singles ? 1 : longest));
                outgoing.add(bytes.slice(at, end));
                at = end;
            }
            pumpSoon();
        }

        void finish() {
            if (!hasFinished && !isClosed) {
                hasFinished = true;
                outgoing.add(Bytes.EMPTY);
                pumpSoon();
                if (hasHeardEnd) {
                    over("");
                }
            }
        }

        void close() {
            if (!isClosed) {
                if (!hasFinished) {
                    hasFinished = true;
                    outgoing.add(Bytes.EMPTY);
                    pumpSoon();
                }
                over("");
            }
        }

        /** The process is gone; the system ends its connections. */
        void abandon() {
            owner = null;
            if (!isClosed) {
                isClosed = true;
                if (!hasFinished) {
                    hasFinished = true;
                    outgoing.add(Bytes.EMPTY);
                    pumpSoon();
                }
            }
        }

        /** The power is gone: not even the end of the connection is told. */
        void vanish() {
            owner = null;
            isClosed = true;
            outgoing.clear();
        }

        void reset(String problem) {
            if (!isClosed) {
                outgoing.clear();
                over(problem);
            }
        }

        private void over(String problem) {
            isClosed = true;
            if (owner != null) {
                owner.closed(this, problem);
            }
        }

        private void pumpSoon() {
            if (isOpen && !isPumping && !outgoing.isEmpty()) {
                isPumping = true;
                lan.agenda.in(lan.agenda.between(0, outgoing.size() > 50 ? 0 : 1), this::pump);
            }
        }

        private void pump() {
            isPumping = false;
            if (outgoing.isEmpty()) {
                return;
            }
            if (lan.isCut(machine(), other().machine())) {
                lan.heldUp.add(machine());
                isPumping = true;
                lan.agenda.in(RETRANSMIT_MILLIS, this::pump);
                return;
            }
            boolean isEnd = outgoing.element().length() == 0;
            if (lan.agenda.chance(isSession ? lan.breaks : isEnd ? lan.resets : 0)) {
                lan.broken.add(SimLink.this);
                other().reset(RESET);
                reset(RESET);
                return;
            }
            other().arrive(outgoing.remove());
            pumpSoon();
        }

        private void arrive(Bytes segment) {
            SimProgram reader = owner;
            if (isClosed || reader == null) {
                if (segment.length() > 0) {
                    lan.agenda.in(lan.agenda.between(0, lan.mostDelay), () -> other().reset(RESET));
                }
            } else if (segment.length() > 0) {
                reader.bytes(this, segment);
            } else {
                hasHeardEnd = true;
                reader.inputEnded(this);
                if (hasFinished && !isClosed) {
                    over("");
                }
            }
        }
    }
}
