package lanline.app;

import java.util.function.Function;
import lanline.core.event.EventBus;
import lanline.core.link.Sessions;
import lanline.core.model.Addressee;
import lanline.core.model.LanlineId;
import lanline.core.trust.Chosen;
import lanline.core.trust.Comparisons;
import lanline.core.trust.Downgrades;
import lanline.core.trust.KnownKeys;
import lanline.core.trust.LiveSessions;
import lanline.core.trust.Standings;
import lanline.core.trust.TrustCommands;

/** Whom one may believe, wired in two steps: what others ask is there before them, what asks others comes after them. */
record TrustParts(LanlineId own, LiveSessions live, KnownKeys keys, Downgrades downgrades) {
    /** Before anything that sends is made: what a session means for trust is settled before anybody uses the session. */
    static TrustParts at(EventBus bus, ChatCore.World world, LanlineId own) {
        LiveSessions live = new LiveSessions(bus);
        KnownKeys keys = new KnownKeys(bus, world.pins(), world.time(), live, own);
        Downgrades downgrades = new Downgrades(keys, world.time());
        new Standings(bus, world.time(), keys, downgrades);
        return new TrustParts(own, live, keys, downgrades);
    }

    /** {@code people}: finds a person by what was typed. */
    void obey(EventBus bus, ChatCore.World world, Function<String, Addressee> people, Sessions sessions) {
        Chosen chosen = new Chosen(bus, people);
        new TrustCommands(bus, chosen, keys, downgrades, own, sessions::refuse);
        new Comparisons(new Comparisons.World(bus, world.keys(), world.time()), own, live, keys, chosen, sessions::say);
    }
}
