package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Preferences;
import lanline.core.model.Presence;
import lanline.core.model.Setting;
import lanline.core.model.Speaks;
import lanline.core.screen.Screen;
import lanline.core.text.SafeText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole window on a LAN as there are, as pictures in {@code src/test/resources}: the text, and how each cell looks. They are
 * meant to be looked at; {@code -Dlanline.gallery=paint} makes them anew, and the version control shows what has changed.
 */
class ScreenGalleryTest {
    private static final Path GALLERY = Path.of("src/test/resources/lanline/edge/terminal/gallery");
    private static final boolean PAINTS = "paint".equals(System.getProperty("lanline.gallery"));
    private static final String NOON = "2020-11-21T12:";

    private static final int[][] SIZES = {{160, 50}, {120, 40}, {80, 24}, {60, 20}, {40, 15}};

    /** What is set: theme and signs. */
    private enum Look {
        DEFAULT("default", false),
        LIGHT("light", false),
        HIGH_CONTRAST("high-contrast", false),
        ASCII("default", true);

        private final String theme;
        private final boolean ascii;

        Look(String theme, boolean ascii) {
            this.theme = theme;
            this.ascii = ascii;
        }

        Preferences preferences() {
            return Preferences.USUAL.with(Setting.THEME, theme).with(Setting.ASCII, ascii ? "on" : "off");
        }
    }

    /** What somebody looks at. */
    private enum Scene {
        CHAT((window, lan) -> window.type("looking now")),
        PEOPLE((window, lan) -> window.press("F6", "j")),
        HISTORY(ScreenGalleryTest::searched),
        NAME((window, lan) -> window.askName("ece"));

        private final BiFunction<TestWindow, Screens, TestWindow> act;

        Scene(BiFunction<TestWindow, Screens, TestWindow> act) {
            this.act = act;
        }
    }

    static Stream<Arguments> pictures() {
        List<Arguments> pictures = new ArrayList<>();
        for (int[] size : SIZES) {
            for (Look look : Look.values()) {
                pictures.add(Arguments.of(Scene.CHAT, size[0], size[1], look));
            }
            pictures.add(Arguments.of(Scene.HISTORY, size[0], size[1], Look.DEFAULT));
        }
        for (Scene scene : List.of(Scene.PEOPLE, Scene.NAME)) {
            pictures.add(Arguments.of(scene, 80, 24, Look.DEFAULT));
            pictures.add(Arguments.of(scene, 40, 15, Look.DEFAULT));
        }
        pictures.add(Arguments.of(Scene.HISTORY, 80, 24, Look.ASCII));
        return pictures.stream();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void theScreenLooksLikeItsPicture(Scene scene, int columns, int rows, Look look) throws IOException {
        Screens lan = lan(look);
        TestWindow window = scene.act.apply(new TestWindow(columns, rows, lan.screen()), lan);
        assertEquals(List.of(), window.failures);
        String name = scene + "-" + columns + "x" + rows + "-" + look + ".txt";
        Path file = GALLERY.resolve(name.toLowerCase(Locale.ROOT).replace('_', '-'));
        String picture = window.text() + "\nlooks\n" + window.picture().styles();
        if (PAINTS) {
            Files.createDirectories(GALLERY);
            Files.writeString(file, picture);
        }
        assertEquals(
                Files.readString(file), picture, "where that is meant: -Dlanline.gallery=paint, and look at the diff");
    }

    private static TestWindow searched(TestWindow window, Screens screens) {
        window.press("F2").type("port");
        for (int answer = 1; answer <= 2; answer++) {
            window.show(screens.history(Screens.answer(findings(), SafeText.EMPTY, answer))
                    .screen());
        }
        return window.press("Enter", "k");
    }

    private static Page findings() {
        List<Stored> found = List.of(
                stored(1, "Ali", "2020-11-18T08:30:00Z", "port 3 of the old switch is dead", Delivery.RECEIVED),
                stored(2, "日本語の人", "2020-11-19T16:04:00Z", "ポート port 7 も？", Delivery.RECEIVED),
                stored(
                        3,
                        "Ali",
                        "2020-11-20T18:03:00Z",
                        "which port?",
                        new Delivery(Delivery.State.DELIVERED, SafeText.EMPTY)),
                stored(
                        4,
                        "Berk",
                        "2020-11-21T08:10:00Z",
                        "the report says the ports of room 4 were never patched, see"
                                + " https://wiki.example.org/rooms/4#ports",
                        Delivery.RECEIVED),
                stored(5, "Deniz", "2020-11-21T09:00:00Z", "port 16 is yours", Delivery.failed("no answer in 5 s")),
                stored(6, "Ali", "2020-11-21T12:53:00Z", "Ece: and port 16?", Delivery.RECEIVED));
        return new Page(ConversationId.HOME, "port", found, false);
    }

    private static Stored stored(long number, String name, String time, String text, Delivery delivery) {
        return new Stored(number, Screens.message(name, time, text, delivery));
    }

    private static Screens lan(Look look) {
        return people(Screens.talk())
                .with("Ali", Presence.ONLINE, Speaks.LANLINE, "10.0.0.2")
                .security("encrypted, not yet verified")
                .prefer(look.preferences())
                .from("Ali", "2020-11-20T18:02:11Z", "the switch in room 4 is down again")
                .own("2020-11-20T18:03:00Z", "which port?", new Delivery(Delivery.State.DELIVERED, SafeText.EMPTY))
                .from("Ali", "2020-11-20T18:03:10Z", "12 to 16. LEDs off, cable is fine")
                .from("Ali", "2020-11-21T09:14:00Z", "swapped the SFP, ports are up 🎉")
                .from(
                        "Ali",
                        "2020-11-21T09:15:30Z",
                        "how it was wired, for the next time: https://wiki.example.org/rooms/4/switch?rev=12#ports")
                .own(NOON + "40:00Z", "日本 and café are fine, too", new Delivery(Delivery.State.SENT, SafeText.EMPTY))
                .said(NOON + "41:00Z", "Ali is here", false)
                .newHere()
                .mention("Ali", NOON + "53:00Z", "Ece: and port 16?")
                .own(NOON + "54:00Z", "I'll ask Berk", Delivery.failed("no answer in 5 s"))
                .own(NOON + "55:00Z", "can someone look at it? the whole row by the window is off", Delivery.QUEUED);
    }

    private static Screens people(Screens screens) {
        screens.in("Ali-id", "Ali")
                .person("Ali", 1, Presence.ONLINE, false, 0, false)
                .person("Berk", 2, Presence.ONLINE, false, 2, false)
                .person("日本語の人", 3, Presence.BUSY, false, 1, true)
                .person("alice", 0, Presence.ONLINE, true, 0, false)
                .person("can@10.0.0.7", 0, Presence.ONLINE, false, 0, false)
                .person("can@10.0.0.9", 0, Presence.ONLINE, false, 0, false)
                .person("Deniz", 0, Presence.AWAY, false, 0, false)
                .person("Eren", 0, Presence.GONE, false, 0, false);
        Screen.Unread mention = new Screen.Unread(3, new ConversationId("日本語の人-id"), "日本語の人", 1, true);
        Screen.Unread other = new Screen.Unread(2, new ConversationId("Berk-id"), "Berk", 2, false);
        return screens.activity(new Screen.Activity(1, 1, List.of(mention, other)));
    }
}
