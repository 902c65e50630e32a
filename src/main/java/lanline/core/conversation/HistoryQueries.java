package lanline.core.conversation;

import java.util.List;
import java.util.function.Consumer;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.ExportFailed;
import lanline.core.event.StorageEvent.HistoryTrouble;
import lanline.core.event.StorageEvent.PageFailed;
import lanline.core.event.UserCommand.ExportHistory;
import lanline.core.event.UserCommand.ReadHistory;
import lanline.core.event.UserCommand.SearchHistory;
import lanline.core.model.Addressee;
import lanline.core.model.ConversationId;
import lanline.core.model.Peer;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.port.History.Before;
import lanline.core.text.SafeText;

/** Passes on what people ask of the history; its answers are PageLoaded and HistoryExported. Lives on the bus thread. */
public final class HistoryQueries {
    /** Messages in one answer at the most; a script that wants more asks again from where the answer ended. */
    private static final int MOST_AT_ONCE = 5_000;

    private final EventBus bus;
    private final People people;

    public HistoryQueries(EventBus bus, History history, People people) {
        this.bus = bus;
        this.people = people;
        bus.subscribe(
                ReadHistory.class,
                command -> find(
                        command.tag(),
                        command.with(),
                        with -> history.read(
                                command.tag(), with, Before.time(command.before()), bounded(command.limit()))));
        bus.subscribe(
                SearchHistory.class,
                command -> find(
                        command.tag(),
                        command.with(),
                        with -> history.search(
                                command.tag(),
                                with,
                                command.text(),
                                Before.number(command.beforeNumber()),
                                bounded(command.limit()))));
        bus.subscribe(
                ExportHistory.class,
                command -> find(
                        command.tag(),
                        command.with(),
                        with -> history.export(command.tag(), with, command.text(), command.file())));
        bus.subscribe(PageFailed.class, this::onPageFailed);
        bus.subscribe(
                ExportFailed.class,
                event -> bus.raise(new CommandRefused(
                        event.tag(),
                        CommandRefused.Code.EXPORT,
                        SafeText.line("nothing was exported: " + event.reason()),
                        List.of())));
        bus.subscribe(
                HistoryTrouble.class,
                event -> bus.raise(new Notice(Notice.Kind.TROUBLE, event.sentence(), ConversationId.HOME)));
    }

    private static int bounded(int limit) {
        return Math.max(1, Math.min(limit, MOST_AT_ONCE));
    }

    private void onPageFailed(PageFailed event) {
        if (!event.tag().isInternal()) {
            bus.raise(new CommandRefused(event.tag(), CommandRefused.Code.HISTORY, event.reason(), List.of()));
        }
    }

    /** People not heard in this run are found by the id that their messages carry. */
    private void find(Tag tag, String with, Consumer<ConversationId> query) {
        if (with.isEmpty()) {
            query.accept(ConversationId.HOME);
            return;
        }
        people.find(with).deliverTo(new Addressee.Handler() {
            @Override
            public void one(Peer peer) {
                query.accept(ConversationId.with(peer.id()));
            }

            @Override
            public void nobody() {
                query.accept(new ConversationId(with));
            }

            @Override
            public void several(List<Peer> peers) {
                bus.raise(CommandRefused.ambiguousPeer(tag, with, peers));
            }
        });
    }
}
