package lanline.core.dialect.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Sighting;
import lanline.core.dialect.TextParts;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.text.SafeText;

/**
 * The binary lab program. Its hello is read and answered, never sent by UDP: on that port it would reach programs of 2019, which
 * expect JSON there.
 */
public final class LabDialect implements LinkDialect {
    /** It says hello once and then keeps a link; whoever is heard on that is here for as long as a program of 2019 would be. */
    private static final long ONLINE_MILLIS = 150_000;

    /** A frame may be longer, but who receives like its neighbours of 2019 reads so much at a time. */
    private static final int LONGEST_MESSAGE = 1_024;

    private final int tcpPort;
    private final Supplier<SelfDescription> self;
    private final Function<HostAddress, List<String>> history;

    /** {@code tcpPort}: where these programs listen; {@code history}: the lines that whoever asks from an address may be told. */
    public LabDialect(int tcpPort, Supplier<SelfDescription> self, Function<HostAddress, List<String>> history) {
        this.tcpPort = tcpPort;
        this.self = self;
        this.history = history;
    }

    @Override
    public Speaks speaks() {
        return Speaks.LAB;
    }

    @Override
    public boolean keepsLinks() {
        return true;
    }

    /** Only a hello travels by UDP. */
    @Override
    public Recognition recognise(Endpoint from, Bytes datagram) {
        FrameScanner scanner = new FrameScanner();
        List<Frame> frames = scanner.scan(datagram);
        boolean isHello = frames.size() == 1
                && scanner.unfinishedBytes() == 0
                && !scanner.isBroken()
                && frames.get(0).type() == Frame.HELLO;
        Optional<Nickname> name = isHello ? Nickname.parse(frames.get(0).text()) : Optional.empty();
        if (name.isEmpty()) {
            return new Recognition.Malformed(SafeText.line("a frame of the lab program that is no hello"));
        }
        Endpoint reach = new Endpoint(from.host(), tcpPort);
        return new Recognition.Seen(
                new Sighting(Optional.empty(), name.get(), reach, Status.ONLINE, ONLINE_MILLIS, false, Habits.UNKNOWN));
    }

    @Override
    public PeerProtocol dial(Endpoint to, SelfDescription self, Manner manner) {
        Frame hello = new Frame(Frame.HELLO, self.name() + "|" + self.addressTowards(to.host()));
        return new LabLink(Optional.of(hello), self.name(), () -> history.apply(to.host()));
    }

    @Override
    public PeerProtocol accept(Endpoint from, Habits known) {
        return new LabLink(Optional.empty(), self.get().name(), () -> history.apply(from.host()));
    }

    @Override
    public List<SafeText> parts(SelfDescription self, Manner manner, SafeText text) {
        int before = Bytes.utf8(self.name() + ": ").length() + Frame.HEADER_BYTES;
        return TextParts.cut(text, LONGEST_MESSAGE - before);
    }
}
