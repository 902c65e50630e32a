package lanline.core.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;

/** One end of a session, with what came out of it. */
final class End implements SessionOutput.Handler {
    final Session session;
    final List<Frame> heard = new ArrayList<>();
    final List<Bytes> sent = new ArrayList<>();
    Optional<SessionOutput.Up> up = Optional.empty();
    Optional<String> broken = Optional.empty();

    private End(Session session) {
        this.session = session;
    }

    /** Has dialled, and said the first. */
    static End dialling(Person own, Person other) {
        return dialling(own.side(), other, Suite.PREFERRED);
    }

    static End dialling(OwnSide own, Person other, Suite suite) {
        End end = new End(Session.dial(own, other.id(), suite));
        end.took(end.session.opened());
        return end;
    }

    static End accepting(Person own) {
        return accepting(own.side());
    }

    static End accepting(OwnSide own) {
        End end = new End(Session.accept(own));
        end.took(end.session.opened());
        return end;
    }

    End receive(Bytes bytes) {
        took(session.receive(bytes));
        return this;
    }

    End say(Frame frame) {
        took(session.say(frame));
        return this;
    }

    private void took(List<SessionOutput> outputs) {
        outputs.forEach(output -> output.deliverTo(this));
    }

    /** What it wants sent since this was asked last. */
    Bytes takeSent() {
        Bytes all = join(sent);
        sent.clear();
        return all;
    }

    static Bytes join(List<Bytes> parts) {
        byte[] joined = new byte[parts.stream().mapToInt(Bytes::length).sum()];
        int at = 0;
        for (Bytes part : parts) {
            part.copyTo(joined, at);
            at += part.length();
        }
        return Bytes.copyOf(joined);
    }

    /** Brings bytes to and fro until neither has anything to say. */
    static void exchange(End one, End other) {
        while (!one.sent.isEmpty() || !other.sent.isEmpty()) {
            other.receive(one.takeSent());
            one.receive(other.takeSent());
        }
    }

    @Override
    public void transmit(Bytes bytes) {
        sent.add(bytes);
    }

    @Override
    public void up(Claim other, Suite suite, Bytes channelBinding) {
        if (up.isPresent()) {
            throw new AssertionError("up twice");
        }
        up = Optional.of(new SessionOutput.Up(other, suite, channelBinding));
    }

    @Override
    public void heard(Frame frame) {
        heard.add(frame);
    }

    @Override
    public void broken(String why) {
        if (broken.isPresent()) {
            throw new AssertionError("broken twice: " + why);
        }
        broken = Optional.of(why);
    }
}
