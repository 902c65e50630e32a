package lanline.core.dialect.course2024;

import java.util.ArrayList;
import java.util.List;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Utterance;
import lanline.core.model.Bytes;
import lanline.core.model.MessageId;
import lanline.core.model.Security;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * One link of the course dialect, plain: at most one message out, then our side ends; anything that comes in is a message.
 *
 * <pre>
 *   dialled:   OPEN -- say --> SAID (our side ended) -- their side ends --> message taken
 *   accepted:  OPEN -- their side ends --> our side ends
 * </pre>
 */
final class PlainLink implements PeerProtocol {
    private final @Nullable SelfDescription self;
    private final ObjectScanner scanner = new ObjectScanner();
    private @Nullable MessageId said;
    private boolean isBroken;

    private PlainLink(@Nullable SelfDescription self) {
        this.self = self;
    }

    static PlainLink dialled(SelfDescription self) {
        return new PlainLink(self);
    }

    static PlainLink accepted() {
        return new PlainLink(null);
    }

    @Override
    public List<Output> opened() {
        return List.of();
    }

    @Override
    public List<Output> say(Utterance utterance) {
        return utterance.deliverTo(this::sayText);
    }

    private List<Output> sayText(Utterance.Text message) {
        if (self == null || said != null) {
            throw new IllegalStateException("a link of this dialect carries one message, on the side that dialled");
        }
        said = message.id();
        return List.of(new Output.Transmit(PlainMessage.write(self, message)), new Output.Finish());
    }

    @Override
    public List<Output> receive(Bytes bytes) {
        List<Output> outputs = heard(scanner.scan(bytes));
        // What was on its way before the link was closed for it still comes, and says nothing new.
        if (scanner.isOverfull() && !isBroken) {
            isBroken = true;
            outputs.add(new Output.Broken(
                    SafeText.line("it sent more than " + ObjectScanner.LONGEST + " bytes without an end")));
        }
        return outputs;
    }

    @Override
    public List<Output> quiet() {
        return heard(scanner.end(true));
    }

    @Override
    public List<Output> inputEnded() {
        List<Output> outputs = heard(scanner.end(false));
        MessageId taken = said;
        outputs.add(taken == null ? new Output.Finish() : new Output.Sent(taken));
        return outputs;
    }

    @Override
    public int unfinishedBytes() {
        return scanner.unfinishedBytes();
    }

    private static List<Output> heard(List<ObjectScanner.Piece> pieces) {
        List<Output> outputs = new ArrayList<>();
        for (ObjectScanner.Piece piece : pieces) {
            PlainMessage message = PlainMessage.read(piece);
            if (!message.text().isBlank()) {
                outputs.add(new Output.Heard(message.claim(), message.text(), Security.NONE));
            }
        }
        return outputs;
    }
}
