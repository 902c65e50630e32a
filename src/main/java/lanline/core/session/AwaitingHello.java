package lanline.core.session;

import java.util.Optional;
import lanline.core.model.Bytes;

/** Our HELLO is sent: the other's says that its keys work too. */
record AwaitingHello(Claim other, Suite suite, Channel channel) implements Stage {
    @Override
    public Optional<Bytes> next(Incoming incoming) throws BrokenException {
        return incoming.takeMessage(Channel.MOST_SEALED_BYTES);
    }

    @Override
    public Stage read(Bytes piece, Outputs out) throws BrokenException {
        if (!channel.open(piece).equals(Optional.of(new Frame.Hello()))) {
            throw new BrokenException("its first frame was no HELLO");
        }
        out.tell(new SessionOutput.Up(other, suite, channel.binding()));
        return new Established(channel);
    }

    @Override
    public void wipe() {
        channel.wipe();
    }
}
