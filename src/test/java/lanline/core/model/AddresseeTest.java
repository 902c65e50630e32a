package lanline.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddresseeTest {
    private static final Peer ALI_2 = peer("a".repeat(32), "Ali", "10.0.0.2");
    private static final Peer ALI_3 = peer("b".repeat(32), "ali", "10.0.0.3");
    private static final Peer ALI_3_TOO = peer("c".repeat(32), "Ali", "10.0.0.3", 7_001);
    private static final Peer ECE = peer("d".repeat(32), "Ece Öz", "10.0.0.4");
    private static final List<Peer> ALL = List.of(ALI_2, ALI_3, ALI_3_TOO, ECE);

    @Test
    void aNameThatOneBearsIsEnoughInAnyCaseAndAccent() {
        for (String typed : List.of("Ece Öz", "ece öz", "ECE OZ", "ece_öz")) {
            assertEquals(new Addressee.One(ECE), Addressee.find(typed, ALL));
        }
    }

    @Test
    void aNameThatSeveralBearIsAskedBack() {
        assertEquals(new Addressee.Several(List.of(ALI_2, ALI_3, ALI_3_TOO)), Addressee.find("ali", ALL));
    }

    @Test
    void theFullFormTellsThemApartInAnyCase() {
        assertEquals(new Addressee.One(ALI_2), Addressee.find("Ali@10.0.0.2", ALL));
        assertEquals(new Addressee.One(ALI_2), Addressee.find("ali@10.0.0.2", ALL));
    }

    @Test
    void twoOfOneNameAtOneAddressAreToldApartByPortOrId() {
        assertEquals(new Addressee.Several(List.of(ALI_3, ALI_3_TOO)), Addressee.find("Ali@10.0.0.3", ALL));
        assertEquals(new Addressee.One(ALI_3_TOO), Addressee.find("c".repeat(32), ALL));
        assertEquals(new Addressee.One(ALI_3_TOO), Addressee.find("ali@10.0.0.3:7001", ALL));
        assertEquals(new Addressee.One(ALI_3), Addressee.find("ali@10.0.0.3:6001", ALL));
    }

    @Test
    void aFullFormMeansNobodyWhoOnlyCallsHimselfSo() {
        Peer liar = peer("e".repeat(32), "Ali@10.0.0.2", "10.0.0.9");
        assertEquals(new Addressee.One(ALI_2), Addressee.find("Ali@10.0.0.2", List.of(liar, ALI_2)));
        Peer idThief = peer("f".repeat(32), "a".repeat(32), "10.0.0.9");
        assertEquals(new Addressee.One(ALI_2), Addressee.find("a".repeat(32), List.of(idThief, ALI_2)));
    }

    @Test
    void aStrangersNameIsNobody() {
        assertEquals(new Addressee.Nobody(), Addressee.find("veli", ALL));
        assertEquals(new Addressee.Nobody(), Addressee.find("", ALL));
    }

    private static Peer peer(String id, String name, String address) {
        return peer(id, name, address, 6001);
    }

    private static Peer peer(String id, String name, String address, int port) {
        Route route = new Route(List.of(new Endpoint(new HostAddress(address), port)));
        Nickname nickname = Nickname.fromPeer(name);
        return new Peer(new PeerId(id), nickname, Presence.ONLINE, Speaks.LANLINE, List.of(route), Instant.EPOCH);
    }
}
