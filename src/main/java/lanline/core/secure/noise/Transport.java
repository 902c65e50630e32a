package lanline.core.secure.noise;

import lanline.core.model.Bytes;

/**
 * The encrypted connection after a handshake: each message opens once, in order, unchanged, or ends it. A session owns it, on its thread.
 *
 * <pre>
 *   up ── seal, open, rekey ──► up
 *   up ── open refuses, or wipe ──► over: every further call is a bug of ours
 * </pre>
 */
public final class Transport {
    /** The longest message of Noise (revision 34, section 3): its length has 16 bits. */
    public static final int MAX_MESSAGE = 65_535;

    public static final int MAX_PLAINTEXT = MAX_MESSAGE - CipherState.TAG_LENGTH;

    private static final byte[] NO_DATA = {};

    private final CipherState sending;
    private final CipherState receiving;
    private final Bytes channelBinding;
    private boolean over;

    Transport(CipherState sending, CipherState receiving, Bytes channelBinding) {
        this.sending = sending;
        this.receiving = receiving;
        this.channelBinding = channelBinding;
    }

    /** At most {@link #MAX_PLAINTEXT} bytes; they become 16 longer. */
    public Bytes seal(Bytes plaintext) {
        requireUp();
        if (plaintext.length() > MAX_PLAINTEXT) {
            throw new IllegalArgumentException(plaintext.length() + " bytes don't fit into one message");
        }
        return Bytes.copyOf(sending.encryptWithAd(NO_DATA, plaintext.toArray()));
    }

    public Reading<Bytes> open(Bytes message) {
        requireUp();
        try {
            if (message.length() > MAX_MESSAGE) {
                throw new RefusedException("a message of " + message.length() + " bytes is longer than any can be");
            }
            return new Reading.Accepted<>(Bytes.copyOf(receiving.decryptWithAd(NO_DATA, message.toArray())));
        } catch (RefusedException refused) {
            wipe();
            return new Reading.Refused<>(refused.why());
        }
    }

    /** New key for what is sent from here on; the other side does {@link #rekeyReceiving} at the same message. */
    public void rekeySending() {
        requireUp();
        sending.rekey();
    }

    public void rekeyReceiving() {
        requireUp();
        receiving.rekey();
    }

    /** The same 32 bytes on both sides and in no other connection, not secret: what is signed or compared binds to it (section 11.2). */
    public Bytes channelBinding() {
        return channelBinding;
    }

    public void wipe() {
        over = true;
        sending.wipe();
        receiving.wipe();
    }

    private void requireUp() {
        if (over) {
            throw new IllegalStateException("this connection is over");
        }
    }
}
