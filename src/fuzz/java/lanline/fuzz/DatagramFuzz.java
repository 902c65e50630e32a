package lanline.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import lanline.core.dialect.Dialect;
import lanline.core.model.Bytes;

/** What comes as a datagram, read by every dialect. */
class DatagramFuzz {
    @FuzzTest(maxDuration = "2m")
    void nothingMakesItThrow(byte[] input) {
        Bytes datagram = Bytes.copyOf(input);
        for (Dialect dialect : List.of(Strangers.COURSE, Strangers.COURSE_2019, Strangers.LAB)) {
            dialect.recognise(Strangers.FROM, datagram);
        }
        Strangers.SHARED.ofDatagram(datagram).recognise(Strangers.FROM, datagram);
    }
}
