package lanline.core.session;

import java.util.Optional;
import lanline.core.model.Bytes;

/** The session is up. */
record Established(Channel channel) implements Stage {
    @Override
    public Optional<Bytes> next(Incoming incoming) throws BrokenException {
        return incoming.takeMessage(Channel.MOST_SEALED_BYTES);
    }

    @Override
    public Stage read(Bytes piece, Outputs out) throws BrokenException {
        Optional<Frame> frame = channel.open(piece);
        return frame.isEmpty() ? this : frame.get().deliverTo(new Hearing(this, out));
    }

    @Override
    public Optional<Channel> up() {
        return Optional.of(channel);
    }

    @Override
    public void wipe() {
        channel.wipe();
    }

    /** What becomes of the session with a frame of the other side. */
    private record Hearing(Established here, Outputs out) implements Frame.Handler<Stage> {
        @Override
        public Stage hello(Frame.Hello hello) {
            out.tell(new SessionOutput.Broken("a second HELLO"));
            return over();
        }

        @Override
        public Stage text(Frame.Text text) {
            return heard(text);
        }

        @Override
        public Stage receipt(Frame.Receipt receipt) {
            return heard(receipt);
        }

        @Override
        public Stage ping(Frame.Ping ping) {
            out.send(new Outgoing().message(here.channel.seal(new Frame.Pong())));
            return here;
        }

        @Override
        public Stage pong(Frame.Pong pong) {
            return here;
        }

        @Override
        public Stage bye(Frame.Bye bye) {
            heard(bye);
            return over();
        }

        @Override
        public Stage compare(Frame.Compare compare) {
            return heard(compare);
        }

        private Stage heard(Frame frame) {
            out.tell(new SessionOutput.Heard(frame));
            return here;
        }

        private Stage over() {
            here.wipe();
            return new Over();
        }
    }
}
