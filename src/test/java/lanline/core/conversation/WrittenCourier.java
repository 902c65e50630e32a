package lanline.core.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import lanline.core.model.Endpoint;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.text.SafeText;

/** Sessions that begin and end when a test says so, and write down what is said in them. */
final class WrittenCourier implements Courier {
    private final Map<LinkId, Party> live = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<MessageId> said = new ArrayList<>();
    private final List<String> read = new ArrayList<>();

    /** A session with an instance of {@code peer} stands on {@code link}. */
    Party up(Peer peer, int link) {
        LinkId id = new LinkId(link);
        Endpoint reach = peer.routes().get(0).best();
        InstanceId instance = new InstanceId("%016x".formatted(link));
        Party party = new Party(new LanlineId(peer.id().text()), instance, peer.name(), reach, 1_000, id);
        live.put(id, party);
        return party;
    }

    /** A second session with the same instance as {@code party}; it is used once the first one is down. */
    Party crossing(Party party, int link) {
        LinkId id = new LinkId(link);
        Party second = new Party(party.id(), party.instance(), party.name(), party.reach(), party.epoch(), id);
        live.put(id, second);
        return second;
    }

    void down(Party party) {
        live.remove(party.link());
    }

    /** What was asked since the last call, a line each. */
    List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    /** The ids of all that was ever said. */
    List<MessageId> said() {
        return List.copyOf(said);
    }

    @Override
    public List<Party> with(LanlineId id) {
        Map<InstanceId, Party> first = new LinkedHashMap<>();
        live.values().stream()
                .filter(party -> party.id().equals(id))
                .forEach(party -> first.putIfAbsent(party.instance(), party));
        return List.copyOf(first.values());
    }

    @Override
    public OptionalLong say(LinkId link, MessageId id, SafeText text) {
        if (!live.containsKey(link)) {
            return OptionalLong.empty();
        }
        asked.add("say " + link.number() + " " + text);
        said.add(id);
        return OptionalLong.of(100L * said.size());
    }

    @Override
    public void hasRead(LinkId link, long bytes) {
        read.add(link.number() + ": " + bytes);
    }

    /** What was proven to have been read, a line a receipt. */
    List<String> read() {
        return List.copyOf(read);
    }

    @Override
    public void acknowledge(LinkId link, List<MessageId> ids) {
        asked.add("acknowledge " + link.number() + " " + ids.size());
    }

    @Override
    public void want(LanlineId id, List<Endpoint> at) {
        asked.add("want " + id.hint() + " " + at);
    }
}
