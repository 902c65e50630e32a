package lanline.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.Proof;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.Sighting;
import lanline.core.model.Bytes;
import lanline.core.model.Nickname;
import lanline.core.text.SafeText;

/** What comes as a datagram, read by every dialect; where it says that it is signed, that is looked at too. */
class DatagramFuzz {
    @FuzzTest(maxDuration = "2m")
    void nothingMakesItThrow(byte[] input) {
        Bytes datagram = Bytes.copyOf(input);
        for (Dialect dialect : List.of(Strangers.COURSE, Strangers.COURSE_2019, Strangers.LAB, Strangers.OWN)) {
            dialect.recognise(Strangers.FROM, datagram).deliverTo(new Believing());
        }
        Strangers.SHARED.ofDatagram(datagram).recognise(Strangers.FROM, datagram);
    }

    private static final class Believing implements Recognition.Handler {
        @Override
        public void seen(Sighting sighting) {
            // Older programs prove nothing.
        }

        @Override
        public void signed(Sighting sighting, Proof proof) {
            proof.hasSoundKey();
            proof.holds();
        }

        @Override
        public void notMine() {
            // The next dialect looks at it.
        }

        @Override
        public void refused(Nickname name, SafeText why) {
            // As below.
        }

        @Override
        public void malformed(SafeText why) {
            // Counted, and shown nowhere but in /net.
        }
    }
}
