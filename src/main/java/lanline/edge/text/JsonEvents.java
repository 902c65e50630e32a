package lanline.edge.text;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ComparisonMoved;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.OwnStatusChanged;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.EventBus;
import lanline.core.model.ChatMessage;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.Presence;
import lanline.core.model.Tag;
import lanline.core.model.Trust;

/** Makes a line of JSON of what happens ({@code cli.md}). Lives on the bus thread. */
final class JsonEvents {
    private final EventBus bus;
    private final LineSink sink;
    private final Self self;
    private Nickname own;
    private boolean isReady;

    JsonEvents(EventBus bus, LineSink sink, Self self) {
        this.bus = bus;
        this.sink = sink;
        this.self = self;
        own = self.name();
    }

    void subscribe() {
        bus.subscribe(AddressesKnown.class, this::onAddresses);
        bus.subscribe(PeerAppeared.class, event -> peer(event.peer()));
        bus.subscribe(PeerChanged.class, this::onChanged);
        bus.subscribe(PeerLeft.class, event -> peer(gone(event.peer())));
        bus.subscribe(MessageQueued.class, this::onQueued);
        bus.subscribe(MessageProgressed.class, event -> state(Tag.NONE, event.message()));
        bus.subscribe(MessageArrived.class, this::onArrived);
        bus.subscribe(OwnNameChanged.class, this::onName);
        bus.subscribe(OwnStatusChanged.class, this::onStatus);
        bus.subscribe(Notice.class, this::onNotice);
        bus.subscribe(ComparisonMoved.class, this::onComparison);
        bus.subscribe(CommandRefused.class, this::onRefused);
        new JsonReplies(bus, sink, () -> own).subscribe();
    }

    /** The first one says that all is ready, later ones that addresses have changed. */
    private void onAddresses(AddressesKnown event) {
        put(isReady ? "addresses" : "ready", Tag.NONE, json -> {
            json.writeStringField("name", own.toString());
            json.writeStringField("peer", self.id().text());
            json.writeArrayFieldStart("addresses");
            for (HostAddress address : event.addresses()) {
                if (!address.isLoopback()) {
                    json.writeString(address.text());
                }
            }
            json.writeEndArray();
            json.writeNumberField("udpPort", event.udpPort());
            json.writeNumberField("tcpPort", event.tcpPort());
            json.writeStringField("version", self.version());
        });
        isReady = true;
    }

    private static Peer gone(Peer peer) {
        return peer.withPresence(Presence.GONE, peer.lastHeard());
    }

    /** How somebody writes is no news for a script; nor that somebody announced is new: what stands after the connection tells that. */
    private void onChanged(PeerChanged event) {
        Peer before = event.before();
        Peer now = event.peer();
        boolean isNewcomer = before.trust() == Trust.NONE && now.trust() == Trust.NEW;
        boolean isNews = before.presence() != now.presence()
                || !before.name().equals(now.name())
                || !before.address().equals(now.address())
                || !before.speech().editions().equals(now.speech().editions())
                || before.speaks() != now.speaks()
                || before.trust() != now.trust() && !(isNewcomer && now.presence() == Presence.ANNOUNCED)
                || before.persona().isSuspect() != now.persona().isSuspect();
        if (isNews) {
            peer(now);
        }
    }

    private void peer(Peer peer) {
        put("peer", Tag.NONE, json -> JsonObjects.peer(json, peer));
    }

    private void onQueued(MessageQueued event) {
        put("message", event.tag(), json -> JsonObjects.message(json, event.message(), own));
        state(event.tag(), event.message());
    }

    private void state(Tag tag, ChatMessage message) {
        put("state", tag, json -> {
            json.writeStringField("id", message.id().text());
            JsonObjects.state(json, message.delivery());
        });
    }

    private void onArrived(MessageArrived event) {
        put("message", Tag.NONE, json -> {
            JsonObjects.message(json, event.message(), own);
            if (!event.kept()) {
                json.writeBooleanField("kept", false);
            }
        });
    }

    private void onName(OwnNameChanged event) {
        own = event.name();
        put("name", event.tag(), json -> json.writeStringField("name", own.toString()));
    }

    private void onStatus(OwnStatusChanged event) {
        put("status", event.tag(), json -> {
            json.writeStringField("state", event.status().word());
            json.writeStringField("text", event.text().value());
        });
    }

    private void onNotice(Notice event) {
        put("notice", Tag.NONE, json -> {
            json.writeBooleanField("trouble", event.kind() == Notice.Kind.TROUBLE);
            json.writeStringField("text", event.sentence().value());
        });
    }

    private void onComparison(ComparisonMoved event) {
        put("verify", event.tag(), json -> {
            json.writeStringField("peer", event.peer().id().text());
            json.writeStringField("name", event.peer().name().toString());
            json.writeStringField("state", event.stage().word());
            json.writeArrayFieldStart("words");
            for (String word : event.words()) {
                json.writeString(word);
            }
            json.writeEndArray();
            json.writeStringField("text", event.sentence().value());
        });
    }

    private void onRefused(CommandRefused event) {
        put("error", event.tag(), json -> {
            json.writeStringField("code", event.code().word());
            json.writeStringField("text", event.sentence().value());
            if (!event.alternatives().isEmpty()) {
                json.writeArrayFieldStart("alternatives");
                for (String alternative : event.alternatives()) {
                    json.writeString(alternative);
                }
                json.writeEndArray();
            }
        });
    }

    private void put(String event, Tag tag, JsonLine.Fields fields) {
        sink.put(JsonLine.of(json -> {
            begin(json, event, tag);
            fields.write(json);
        }));
    }

    /** The first fields of every line: what it is, and which command it answers. */
    static void begin(JsonGenerator json, String event, Tag tag) throws IOException {
        json.writeStringField("event", event);
        String own = Kind.own(tag);
        if (!own.isEmpty()) {
            json.writeStringField("tag", own);
        }
    }
}
