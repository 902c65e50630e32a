package lanline.core.preference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.Ignore;
import lanline.core.event.UserCommand.Unignore;
import lanline.core.model.Addressee;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Preferences.Ignored;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.core.text.Folding;
import lanline.core.text.SafeText;

/** Whose messages are not shown, by their stable ids, whatever they call themselves. Lives on the bus thread. */
public final class IgnoredPeople {
    /** People heard in this run that a name can still be looked up among; of more the earliest is forgotten. */
    private static final int MOST_HEARD = 10_000;

    /** People ignored at a time: each is looked up for every message. More are refused. */
    private static final int MOST = 200;

    /** Of an id that tells a person nothing, this much is shown. */
    private static final int SHOWN_OF_ID = 12;

    private static final String WHAT_IT_DOES =
            ": what they write and wrote is not shown in the conversation and not counted, and nothing rings;"
                    + " all of it is in the history (F2). /unignore ends that";

    private final EventBus bus;
    private final ChosenSettings settings;
    private final Map<PeerId, Peer> heard = new LinkedHashMap<>();
    private Set<PeerId> ids;

    public IgnoredPeople(EventBus bus, ChosenSettings settings) {
        this.bus = bus;
        this.settings = settings;
        this.ids = settings.preferences().ignoredIds();
        bus.subscribe(PeerAppeared.class, event -> remember(event.peer()));
        bus.subscribe(PeerChanged.class, event -> remember(event.peer()));
        bus.subscribe(SettingChanged.class, event -> ids = event.preferences().ignoredIds());
        bus.subscribe(Ignore.class, this::onIgnore);
        bus.subscribe(Unignore.class, this::onUnignore);
    }

    /** Whether messages of this person are to be kept from every front end. */
    public boolean contains(PeerId id) {
        return ids.contains(id);
    }

    private void remember(Peer peer) {
        heard.put(peer.id(), peer);
        if (heard.size() > MOST_HEARD) {
            heard.remove(heard.keySet().iterator().next());
        }
    }

    private void onIgnore(Ignore command) {
        if (command.to().isEmpty()) {
            answer(command.tag(), listed());
            return;
        }
        Addressee.find(command.to(), heard.values()).deliverTo(new Addressee.Handler() {
            @Override
            public void one(Peer peer) {
                ignore(command.tag(), peer);
            }

            @Override
            public void nobody() {
                bus.raise(CommandRefused.unknownPeer(command.tag(), command.to()));
            }

            @Override
            public void several(List<Peer> peers) {
                bus.raise(CommandRefused.ambiguousPeer(command.tag(), command.to(), peers));
            }
        });
    }

    private String listed() {
        List<Ignored> people = settings.preferences().ignored();
        return people.isEmpty()
                ? "nobody is ignored; /ignore NAME does that"
                : "ignored are " + people.stream().map(IgnoredPeople::shown).collect(Collectors.joining(", "))
                        + WHAT_IT_DOES;
    }

    private void ignore(Tag tag, Peer peer) {
        if (contains(peer.id())) {
            answer(tag, peer.name() + " is ignored already; /unignore " + peer.name() + " ends that");
            return;
        }
        if (ids.size() >= MOST) {
            refuse(tag, "not done: " + MOST + " people are ignored already; /unignore NAME makes room");
            return;
        }
        List<Ignored> more = new ArrayList<>(settings.preferences().ignored());
        more.add(new Ignored(peer.id(), peer.name().toString()));
        settings.become(tag, Setting.IGNORE, settings.preferences().withIgnored(more));
        answer(tag, peer.name() + " is ignored from now on" + WHAT_IT_DOES);
    }

    private void onUnignore(Unignore command) {
        List<Ignored> people = settings.preferences().ignored();
        List<Ignored> meant =
                people.stream().filter(one -> isMeant(one, command.who())).toList();
        if (meant.size() != 1) {
            String sentence = meant.isEmpty()
                    ? "nobody called " + command.who() + " is ignored; /ignore lists who is"
                    : "several ignored people are called " + command.who() + ", say which: "
                            + meant.stream().map(one -> one.id().text()).collect(Collectors.joining(", "));
            refuse(command.tag(), sentence);
            return;
        }
        List<Ignored> left = people.stream().filter(one -> !meant.contains(one)).toList();
        settings.become(command.tag(), Setting.IGNORE, settings.preferences().withIgnored(left));
        answer(
                command.tag(),
                shown(meant.get(0))
                        + " is no longer ignored; what came meanwhile is in the conversation and in the history (F2)");
    }

    /** By the id, the name of then, or the name of now. */
    private boolean isMeant(Ignored one, String who) {
        String folded = Folding.fold(who);
        Peer now = heard.get(one.id());
        boolean isNamedSo = now != null
                && (Folding.fold(now.name().toString()).equals(folded)
                        || Folding.fold(now.fullName()).equals(folded));
        return isNamedSo
                || one.id().text().equals(who)
                || Folding.fold(one.name()).equals(folded);
    }

    /** The name, or of one whose name is not known the beginning of the id. */
    static String shown(Ignored one) {
        String id = one.id().text();
        return one.name().isEmpty() ? id.substring(0, Math.min(SHOWN_OF_ID, id.length())) : one.name();
    }

    private void refuse(Tag tag, String sentence) {
        bus.raise(new CommandRefused(tag, CommandRefused.Code.BAD_COMMAND, SafeText.line(sentence), List.of()));
    }

    private void answer(Tag tag, String sentence) {
        bus.raise(new Answered(tag, List.of(SafeText.line(sentence))));
    }
}
