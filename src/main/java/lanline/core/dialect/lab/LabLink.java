package lanline.core.dialect.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Utterance;
import lanline.core.model.Bytes;
import lanline.core.model.Nickname;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.text.SafeText;

/**
 * One link with a lab program. Whoever dialled says hello first; from then on both sides say what they like for as long as they know
 * each other, and an end of the link means that somebody has left.
 */
final class LabLink implements PeerProtocol {
    private final Optional<Frame> hello;
    private final Nickname own;
    private final Supplier<List<String>> history;
    private final FrameScanner scanner = new FrameScanner();
    private boolean isBroken;
    private boolean hasToldHistory;

    /** {@code hello}: what we open with, if it is we who dialled; {@code history}: the lines that this peer may be told. */
    LabLink(Optional<Frame> hello, Nickname own, Supplier<List<String>> history) {
        this.hello = hello;
        this.own = own;
        this.history = history;
    }

    @Override
    public List<Output> opened() {
        return hello.<Output>map(frame -> new Output.Transmit(frame.bytes())).stream()
                .toList();
    }

    @Override
    public List<Output> say(Utterance utterance) {
        return utterance.deliverTo(this::sayText);
    }

    /** Nothing in this program tells that a message was taken: what has left counts as sent. */
    private List<Output> sayText(Utterance.Text message) {
        Frame frame = new Frame(Frame.TEXT, own + ": " + message.text());
        return List.of(new Output.Transmit(frame.bytes()), new Output.Sent(message.id()));
    }

    @Override
    public List<Output> receive(Bytes bytes) {
        List<Output> outputs = new ArrayList<>();
        for (Frame frame : scanner.scan(bytes)) {
            outputs.addAll(heard(frame));
        }
        if (scanner.isBroken() && !isBroken) {
            isBroken = true;
            outputs.add(new Output.Broken(SafeText.line("it sent something that is no frame of the lab program")));
        }
        return outputs;
    }

    private List<Output> heard(Frame frame) {
        return switch (frame.type()) {
            case Frame.TEXT -> text(frame.text());
            case Frame.HELLO ->
                name(frame.text())
                        .<List<Output>>map(name -> List.of(new Output.Introduced(name)))
                        .orElse(List.of());
            case Frame.HISTORY_REQUEST -> tellHistory();
            case Frame.GONE -> List.of(new Output.Left(claim(name(frame.text()))));
            // A line of history: nobody here asks for any.
            default -> List.of();
        };
    }

    /** Once: a newcomer asks for it once, and a request of five bytes is not to be answered with kilobytes as often as it comes. */
    private List<Output> tellHistory() {
        if (hasToldHistory) {
            return List.of();
        }
        hasToldHistory = true;
        return history.get().stream()
                .<Output>map(line -> new Output.Transmit(new Frame(Frame.HISTORY_LINE, line).bytes()))
                .toList();
    }

    private static List<Output> text(String sent) {
        int colon = sent.indexOf(": ");
        Optional<Nickname> name = colon > 0 ? Nickname.parse(sent.substring(0, colon)) : Optional.empty();
        String text = name.isPresent() ? sent.substring(colon + 2) : sent;
        boolean isEmpty = text.isBlank();
        return isEmpty ? List.of() : List.of(new Output.Heard(claim(name), SafeText.message(text), Security.NONE));
    }

    /** {@code name|ip}: the address is what the link itself tells. */
    private static Optional<Nickname> name(String sent) {
        int bar = sent.lastIndexOf('|');
        return Nickname.parse(bar < 0 ? sent : sent.substring(0, bar));
    }

    private static SenderClaim claim(Optional<Nickname> name) {
        return new SenderClaim(name, Optional.empty());
    }

    @Override
    public List<Output> quiet() {
        return List.of();
    }

    @Override
    public List<Output> inputEnded() {
        return List.of(new Output.Finish());
    }

    @Override
    public int unfinishedBytes() {
        return scanner.unfinishedBytes();
    }

    @Override
    public boolean staysOpen() {
        return true;
    }
}
