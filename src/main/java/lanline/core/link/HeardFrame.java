package lanline.core.link;

import java.util.Optional;
import lanline.core.event.ChatEvent.ComparisonHeard;
import lanline.core.event.ChatEvent.PrivateTextHeard;
import lanline.core.event.ChatEvent.ReceiptHeard;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.EventBus;
import lanline.core.model.Party;
import lanline.core.session.Frame;

/** Tells what {@code from} has said in a session; answers with the end of that session if it said this. */
record HeardFrame(EventBus bus, Party from) implements Frame.Handler<Optional<SessionDown.End>> {
    @Override
    public Optional<SessionDown.End> hello(Frame.Hello hello) {
        return Optional.empty();
    }

    @Override
    public Optional<SessionDown.End> text(Frame.Text text) {
        bus.raise(new PrivateTextHeard(from, text.id(), text.text()));
        return Optional.empty();
    }

    @Override
    public Optional<SessionDown.End> receipt(Frame.Receipt receipt) {
        bus.raise(new ReceiptHeard(from, receipt.ids()));
        return Optional.empty();
    }

    @Override
    public Optional<SessionDown.End> ping(Frame.Ping ping) {
        return Optional.empty();
    }

    @Override
    public Optional<SessionDown.End> pong(Frame.Pong pong) {
        return Optional.empty();
    }

    @Override
    public Optional<SessionDown.End> bye(Frame.Bye bye) {
        return Optional.of(
                switch (bye.reason()) {
                    case LEFT -> SessionDown.End.LEFT;
                    case BLOCKED -> SessionDown.End.BLOCKED;
                    case REPLACED -> SessionDown.End.REPLACED;
                });
    }

    @Override
    public Optional<SessionDown.End> compare(Frame.Compare compare) {
        bus.raise(new ComparisonHeard(from, compare.step(), compare.content()));
        return Optional.empty();
    }
}
