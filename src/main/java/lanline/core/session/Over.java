package lanline.core.session;

import java.util.Optional;
import lanline.core.model.Bytes;

/** Nothing is left of the session: whatever still comes is forgotten. */
record Over() implements Stage {
    @Override
    public Optional<Bytes> next(Incoming incoming) {
        incoming.clear();
        return Optional.empty();
    }

    @Override
    public Stage read(Bytes piece, Outputs out) {
        throw new IllegalStateException("nothing is read once the session is over");
    }

    @Override
    public void wipe() {
        // It was, on the way here.
    }
}
