package lanline.core.presence;

import lanline.core.dialect.SelfDescription;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.OwnStatusChanged;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.UserCommand.ChangeName;
import lanline.core.event.UserCommand.ChangeStatus;
import lanline.core.model.Status;

/** Oneself as others are told of it. Lives on the bus thread. */
public final class Self {
    private final EventBus bus;
    private SelfDescription description;

    public Self(EventBus bus, SelfDescription description) {
        this.bus = bus;
        // Until a port is open, nobody can be told where to answer: the one wished for may be another person's.
        this.description = description.reachedAt(SelfDescription.NOT_YET_REACHABLE);
        bus.subscribe(ChangeName.class, this::onChangeName);
        bus.subscribe(ChangeStatus.class, this::onChangeStatus);
        bus.subscribe(InterfacesChanged.class, event -> this.description = this.description.on(event.interfaces()));
        bus.subscribe(TcpOpened.class, event -> this.description = this.description.reachedAt(event.port()));
    }

    public SelfDescription description() {
        return description;
    }

    /** The description for one more announcement: its counter is above that of every earlier one. */
    SelfDescription next() {
        description = description.counted();
        return description;
    }

    void leave() {
        description = description.in(Status.BYE);
    }

    private void onChangeName(ChangeName command) {
        description = description.named(command.name());
        bus.raise(new OwnNameChanged(command.tag(), command.name()));
    }

    private void onChangeStatus(ChangeStatus command) {
        description = description.in(command.status());
        bus.raise(new OwnStatusChanged(command.tag(), command.status(), command.text()));
    }
}
