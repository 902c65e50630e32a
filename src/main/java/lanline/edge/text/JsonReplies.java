package lanline.edge.text;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.NetworkReported;
import lanline.core.event.ChatEvent.PeerDescribed;
import lanline.core.event.ChatEvent.QueueListed;
import lanline.core.event.ChatEvent.UsersListed;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.model.Nickname;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** Makes a line of JSON of each answer ({@code cli.md}). Lives on the bus thread. */
final class JsonReplies {
    private final EventBus bus;
    private final LineSink sink;
    private final Supplier<Nickname> own;

    /** Writes one item of an answer, its fields only. */
    private interface Item<T> {
        void write(JsonGenerator json, T item) throws IOException;
    }

    JsonReplies(EventBus bus, LineSink sink, Supplier<Nickname> own) {
        this.bus = bus;
        this.sink = sink;
        this.own = own;
    }

    void subscribe() {
        bus.subscribe(
                UsersListed.class, event -> put(event.tag(), json -> items(json, event.peers(), JsonObjects::peer)));
        bus.subscribe(PeerDescribed.class, this::onDescribed);
        bus.subscribe(PageLoaded.class, this::onPage);
        bus.subscribe(
                QueueListed.class, event -> put(event.tag(), json -> items(json, event.waiting(), this::waiting)));
        bus.subscribe(NetworkReported.class, this::onNetwork);
        bus.subscribe(Answered.class, this::onAnswered);
    }

    private void onDescribed(PeerDescribed event) {
        put(
                event.tag(),
                json -> items(json, List.of(event.peer()), (item, peer) -> {
                    JsonObjects.peer(item, peer);
                    JsonObjects.ways(item, peer);
                    item.writeStringField("security", event.chosen().word());
                    item.writeNumberField("secondsSinceHeard", event.secondsSinceHeard());
                }));
    }

    private void onAnswered(Answered event) {
        put(
                event.tag(),
                json -> items(
                        json, event.sentences(), (item, sentence) -> item.writeStringField("text", sentence.value())));
    }

    /** The pages that the program loads for itself are nobody's answer. */
    private void onPage(PageLoaded event) {
        if (event.tag().isInternal()) {
            return;
        }
        put(event.tag(), json -> {
            items(json, event.page().messages(), this::stored);
            json.writeBooleanField("hasOlder", event.page().hasOlder());
        });
    }

    private void stored(JsonGenerator json, Stored stored) throws IOException {
        json.writeNumberField("number", stored.number());
        JsonObjects.message(json, stored.message(), own.get());
        json.writeStringField("speaks", stored.message().with().speaks().word());
        JsonObjects.state(json, stored.message().delivery());
    }

    private void waiting(JsonGenerator json, QueueListed.Waiting waiting) throws IOException {
        JsonObjects.message(json, waiting.message(), own.get());
        JsonObjects.state(json, waiting.message().delivery());
        json.writeNumberField("seconds", waiting.seconds());
    }

    private void onNetwork(NetworkReported event) {
        put(event.tag(), json -> {
            items(json, event.interfaces(), JsonObjects::network);
            json.writeArrayFieldStart("advice");
            for (SafeText advice : event.advice()) {
                json.writeString(advice.value());
            }
            json.writeEndArray();
        });
    }

    private static <T> void items(JsonGenerator json, List<T> items, Item<T> form) throws IOException {
        json.writeArrayFieldStart("items");
        for (T item : items) {
            json.writeStartObject();
            form.write(json, item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void put(Tag tag, JsonLine.Fields fields) {
        sink.put(JsonLine.of(json -> {
            JsonEvents.begin(json, "reply", tag);
            json.writeStringField("to", Kind.of(tag));
            fields.write(json);
        }));
    }
}
