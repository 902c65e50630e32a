package lanline.core.session;

import lanline.core.model.Bytes;
import lanline.core.secure.noise.Reading;

/** What both sides of a handshake by hand need. */
final class Handshakes {
    private Handshakes() {}

    static Bytes prefixed(Bytes message) {
        byte[] bytes = new byte[Incoming.PREFIX + message.length()];
        bytes[0] = (byte) (message.length() >>> Byte.SIZE);
        bytes[1] = (byte) message.length();
        message.copyTo(bytes, Incoming.PREFIX);
        return Bytes.copyOf(bytes);
    }

    static <T> T accepted(Reading<T> reading) {
        return reading.deliverTo(new Reading.Handler<>() {
            @Override
            public T accepted(T content) {
                return content;
            }

            @Override
            public T refused(String why) {
                throw new AssertionError(why);
            }
        });
    }
}
