package lanline.e2e;

import java.security.SecureRandom;
import java.util.List;
import lanline.core.model.Bytes;
import lanline.core.port.KeySource;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.Passphrase;
import lanline.core.secure.PassphraseBox;
import lanline.core.secure.Signatures;
import lanline.core.secure.noise.Pattern;
import lanline.core.secure.noise.Reading;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.secure.noise.XxInitiator;
import lanline.core.secure.noise.XxResponder;

/** Shakes hands with itself in both suites, signs, keeps a key behind a passphrase, and says what came through: a process on the built jar. */
final class HandshakeOnTheJar {
    private static final KeySource KEYS = new SecureRandom()::nextBytes;

    private HandshakeOnTheJar() {}

    public static void main(String[] arguments) {
        for (Pattern pattern : List.of(Pattern.XX, Pattern.XX_HFS)) {
            System.out.println(pattern + " " + said(pattern));
        }
        IdentityKeyPair key = IdentityKeyPair.generate(KEYS);
        System.out.println("signed " + isProven(key));
        System.out.println("boxed " + isOpened(key));
    }

    private static boolean isProven(IdentityKeyPair key) {
        Bytes said = Bytes.utf8("merhaba");
        return Signatures.isSound(key.id()) && Signatures.isBy(key.id(), said, key.sign(said));
    }

    private static boolean isOpened(IdentityKeyPair key) {
        Passphrase passphrase = new Passphrase("çok gizli".toCharArray());
        PassphraseBox box = PassphraseBox.seal(key.seed(), key.id().key(), passphrase, KEYS);
        return box.open(key.id().key(), passphrase).isPresent();
    }

    private static String said(Pattern pattern) {
        var hello = XxInitiator.begin(pattern, Bytes.EMPTY, X25519KeyPair.generate(KEYS), KEYS)
                .sendHello();
        var answer = accepted(XxResponder.begin(pattern, Bytes.EMPTY, X25519KeyPair.generate(KEYS), KEYS)
                        .receive(hello.message()))
                .sendAnswer(hash -> Bytes.EMPTY);
        var proof = accepted(hello.next().receive(answer.message())).next().sendProof(hash -> Bytes.EMPTY);
        var shown = accepted(answer.next().receive(proof.message()));
        return accepted(shown.next().open(proof.next().seal(Bytes.utf8("merhaba"))))
                .toText();
    }

    private static <T> T accepted(Reading<T> reading) {
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
