package lanline.edge.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.LinkOpened;
import lanline.core.model.Endpoint;
import lanline.core.text.SafeText;

/** Connects a link to {@code to}, on the link's reading thread. */
record Dial(EventBus bus, Link link, Endpoint to, int timeoutMillis) implements LinkReader.Opening {
    @Override
    public void open() throws DialFailedException, InterruptedException {
        try {
            connect();
        } catch (SocketTimeoutException silent) {
            throw new DialFailedException(SafeText.line("no answer in " + seconds() + " s"));
        } catch (UnsupportedOperationException noSuchFamily) {
            throw new DialFailedException(SafeText.line("this machine has no IPv6"));
        } catch (IOException failed) {
            throw new DialFailedException(Problem.whileDialling(failed));
        }
        bus.put(new LinkOpened(link.id()));
    }

    private void connect() throws IOException {
        InetSocketAddress address = Addresses.socketAddress(to);
        SocketChannel channel = SocketChannel.open(Addresses.family(address));
        link.attach(channel);
        channel.socket().connect(address, timeoutMillis);
    }

    private String seconds() {
        return timeoutMillis % 1_000 == 0 ? "" + timeoutMillis / 1_000 : "" + timeoutMillis / 1_000.0;
    }
}
