package lanline.core.link;

import java.util.List;
import java.util.random.RandomGenerator;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionFailed;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.EventBus;
import lanline.core.link.SessionLink.State;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Party;
import lanline.core.port.Alarm;
import lanline.core.port.Network;
import lanline.core.port.TimeSource;
import lanline.core.session.Claim;
import lanline.core.session.Frame;
import lanline.core.session.OwnSide;
import lanline.core.session.SessionOutput;
import lanline.core.session.Suite;
import lanline.core.text.SafeText;

/**
 * What happens to the link of a session, from the moment it is open to the last word: carries out what the session wants, keeps one with
 * each instance, asks who is silent, gives up who stays so. Lives on the bus thread.
 */
final class SessionLife {
    /** New keys are spread over the last minutes of an hour, since all sessions may have begun at the same moment. */
    private static final int RENEWAL_SPREAD_MILLIS = 300_000;

    private final EventBus bus;
    private final Network network;
    private final TimeSource time;
    private final RandomGenerator random;
    private final OwnSide own;
    private final SessionLinks links;
    private final HalfOpen halfOpen;
    private final Dialler dialler;
    private final Alarm alarm;
    private final long renewBytes;

    SessionLife(Sessions.World world, OwnSide own, SessionLinks links, HalfOpen halfOpen, Dialler dialler) {
        renewBytes = world.renewBytes();
        bus = world.bus();
        network = world.network();
        time = world.time();
        random = world.random();
        this.own = own;
        this.links = links;
        this.halfOpen = halfOpen;
        this.dialler = dialler;
        alarm = new Alarm(time);
    }

    /** {@code since}: from when on it has to be proven who is there. */
    void opened(SessionLink link, long since) {
        if (link.is(State.DIALLING)) {
            link.opened(since);
            alarm.setFor(link.nextLook());
            handle(link, link.session.opened());
        }
    }

    void received(SessionLink link, Bytes bytes) {
        if (!link.is(State.OVER)) {
            link.heard(time.uptimeMillis());
            handle(link, link.session.receive(bytes));
        }
    }

    boolean say(SessionLink link, Frame frame) {
        boolean isUp = link.is(State.UP) && link.session.isUp();
        if (isUp) {
            handle(link, link.session.say(frame));
        }
        return isUp;
    }

    private void handle(SessionLink link, List<SessionOutput> outputs) {
        Outputs carriedOut = new Outputs(link);
        outputs.forEach(output -> output.deliverTo(carriedOut));
    }

    private final class Outputs implements SessionOutput.Handler {
        private final SessionLink link;

        Outputs(SessionLink link) {
            this.link = link;
        }

        @Override
        public void transmit(Bytes bytes) {
            link.transmitted(bytes.length());
            network.transmit(link.id, bytes);
        }

        @Override
        public void up(Claim other, Suite suite, Bytes channelBinding) {
            Endpoint reach = new Endpoint(link.other.host(), other.port());
            Claim.Run run = other.run();
            Party party = new Party(other.id(), run.instance(), other.name(), reach, run.epoch(), link.id);
            link.up(party, time.uptimeMillis(), random.nextInt(RENEWAL_SPREAD_MILLIS));
            alarm.setFor(link.nextLook());
            dialler.met(party);
            link.target.ifPresentOrElse(
                    target -> dialler.succeeded(target.at()),
                    () -> halfOpen.end(link.other.host(), true, time.uptimeMillis()));
            choose(link, new SessionUp(party, suite.number(), channelBinding));
            dialler.dialDue();
        }

        @Override
        public void heard(Frame frame) {
            if (link.is(State.UP)) {
                frame.deliverTo(new HeardFrame(bus, link.party())).ifPresent(end -> end(link, end, ""));
            }
        }

        @Override
        public void broken(String why) {
            end(link, SessionDown.End.CUT, why);
        }
    }

    /** One session an instance: the survivor is told before the end of the other. */
    private void choose(SessionLink newer, SessionUp told) {
        Crossing crossing = new Crossing(own.claim().get(), newer.party());
        List<SessionLink> others = links.twins(newer);
        if (others.stream()
                .anyMatch(older -> crossing.isOurChoice(older, newer) && crossing.loser(older, newer) == newer)) {
            sayBye(newer, Frame.Bye.Reason.REPLACED);
            return;
        }
        bus.raise(told);
        network.findAccount(newer.id);
        for (SessionLink older : others) {
            if (crossing.isOurChoice(older, newer)) {
                replace(older);
            } else {
                long patience = time.uptimeMillis() + Crossing.PATIENCE_MILLIS;
                crossing.loser(older, newer).yieldUntil(patience);
                alarm.setFor(patience);
            }
        }
    }

    private void replace(SessionLink link) {
        end(link, Frame.Bye.Reason.REPLACED, SessionDown.End.REPLACED);
    }

    /** Says good-bye, and tells {@code end} here. */
    void end(SessionLink link, Frame.Bye.Reason reason, SessionDown.End end) {
        if (sayBye(link, reason)) {
            bus.raise(new SessionDown(link.party(), end));
        }
    }

    /** The other side ends the link, or we do a little later. False if it was over before. */
    boolean sayBye(SessionLink link, Frame.Bye.Reason reason) {
        // It may have said the same in the bytes that have brought the session up.
        if (link.session.isUp()) {
            handle(link, link.session.say(new Frame.Bye(reason)));
        }
        boolean wasUp = link.is(State.UP);
        if (wasUp) {
            network.finish(link.id);
            link.over(time.uptimeMillis());
            alarm.setFor(link.nextLook());
        }
        return wasUp;
    }

    /** Ends it without a word, however that came; {@code why}: for a person, where nothing has come of it. */
    void end(SessionLink link, SessionDown.End end, String why) {
        boolean wasUp = link.is(State.UP);
        boolean wasBeginning = link.isBeginning();
        link.over(time.uptimeMillis());
        network.close(link.id);
        if (wasUp) {
            bus.raise(new SessionDown(link.party(), end));
        } else if (wasBeginning) {
            link.target.ifPresentOrElse(
                    target -> tellFailed(target, why),
                    () -> halfOpen.end(link.other.host(), false, time.uptimeMillis()));
            dialler.dialDue();
        }
    }

    private void tellFailed(Dials.Target target, String why) {
        if (!links.isUpWith(target.id(), target.instance())) {
            bus.raise(new SessionFailed(target.id(), target.at(), SafeText.line(why)));
        }
    }

    void tick() {
        dialler.dialDue();
        if (alarm.rings()) {
            for (SessionLink link : links.all()) {
                look(link, time.uptimeMillis());
                alarm.setFor(link.nextLook());
            }
        }
    }

    private void look(SessionLink link, long now) {
        if (link.takesTooLong(now)) {
            end(link, SessionDown.End.CUT, "it did not prove in time who it is");
            link.rest();
        } else if (link.hasYieldedLong(now)) {
            endYielding(link);
        } else if (link.asks(now)) {
            say(link, new Frame.Ping());
        }
        if (link.wantsRenewal(now, renewBytes)) {
            dialler.renew(link);
        }
    }

    private void endYielding(SessionLink link) {
        link.yieldNoMore();
        if (!links.twins(link).isEmpty()) {
            replace(link);
        }
    }
}
