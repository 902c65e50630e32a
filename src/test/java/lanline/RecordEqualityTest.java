package lanline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.event.StorageEvent.Page;
import lanline.core.model.ConversationId;
import lanline.core.model.Correspondent;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Persona;
import lanline.core.model.Pin;
import lanline.core.model.Preferences;
import lanline.core.model.Route;
import lanline.core.model.Setting;
import lanline.core.model.Speech;
import lanline.core.model.Tag;
import lanline.core.screen.Alert;
import lanline.core.screen.HistoryPage;
import lanline.core.screen.Line;
import lanline.core.screen.Lines;
import lanline.core.screen.PersonRow;
import lanline.core.screen.Screen;
import lanline.core.screen.Transcript;
import lanline.core.text.CellWidth;
import lanline.core.text.SafeText;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.view.Layout;
import lanline.edge.terminal.view.Metrics;
import lanline.edge.terminal.view.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records whose equality is written by hand (package {@code core.model} says why): a component that it forgets is found here. */
class RecordEqualityTest {
    private static final Map<Class<?>, List<?>> SAMPLES = samples();

    /** Where 32 hexadecimal digits won't do. */
    private static final Map<Class<?>, List<String>> TEXTS = Map.of(
            HostAddress.class, List.of("10.0.0.1", "10.0.0.2"),
            InstanceId.class, List.of("a".repeat(16), "b".repeat(16)),
            LanlineId.class, List.of("a".repeat(52), "b".repeat(51) + "a"));

    private static Map<Class<?>, List<?>> samples() {
        Map<Class<?>, List<?>> two = new HashMap<>();
        two.put(int.class, List.of(10, 11));
        two.put(Instant.class, List.of(Instant.EPOCH, Instant.MAX));
        two.put(long.class, List.of(10L, 11L));
        two.put(boolean.class, List.of(false, true));
        two.put(String.class, List.of("one", "two"));
        two.put(SafeText.class, List.of(SafeText.line("one"), SafeText.line("two")));
        two.put(Preferences.class, List.of(Preferences.USUAL, Preferences.USUAL.with(Setting.BELL, "off")));
        two.put(CellWidth.class, List.of(CellWidth.AMBIGUOUS_NARROW, CellWidth.AMBIGUOUS_WIDE));
        two.put(ZoneId.class, List.of(ZoneOffset.UTC, ZoneOffset.ofHours(3)));
        two.put(Lines.class, List.of(Lines.NONE, Lines.NONE.plus(line())));
        two.put(
                Theme.class,
                List.of(
                        Theme.PLAIN,
                        new Themes(List.of(), ColorDepth.ANSI16)
                                .choose("default")
                                .theme()));
        two.put(
                Page.class,
                List.of(
                        new Page(ConversationId.HOME, "", List.of(), false),
                        new Page(ConversationId.HOME, "", List.of(), true)));
        return two;
    }

    private static Line line() {
        return new Line.Said(Instant.EPOCH, SafeText.line("said"), false);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ConversationId.class,
                Correspondent.class,
                Endpoint.class,
                HostAddress.class,
                InstanceId.class,
                LanInterface.class,
                LanlineId.class,
                LinkId.class,
                MessageId.class,
                Nickname.class,
                Party.class,
                Peer.class,
                PeerId.class,
                Persona.class,
                Pin.class,
                Pin.Seen.class,
                Route.class,
                Tag.class,
                Alert.class,
                HistoryPage.class,
                PersonRow.class,
                PersonRow.State.class,
                Screen.class,
                Screen.Activity.class,
                Screen.Comparison.class,
                Screen.Person.class,
                Screen.Self.class,
                Screen.Sidebar.class,
                Screen.Unread.class,
                Transcript.class,
                Transcript.Title.class,
                Habits.class,
                Layout.class,
                Layout.Panes.class,
                Metrics.class,
                Region.class,
                Speech.class
            })
    void equalityKnowsEveryComponent(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object first = sample(type, 0);
        assertEquals(first, made(type, values(components, -1)));
        assertEquals(first.hashCode(), made(type, values(components, -1)).hashCode());
        for (int changed = 0; changed < components.length; changed++) {
            assertNotEquals(first, made(type, values(components, changed)), components[changed] + " is forgotten");
        }
    }

    /** The first sample for each component, the second one for component {@code changed}. */
    private static Object[] values(RecordComponent[] components, int changed) throws ReflectiveOperationException {
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = sample(components[i], i == changed ? 1 : 0);
        }
        return values;
    }

    private static Object sample(RecordComponent component, int which) throws ReflectiveOperationException {
        if (component.getGenericType() instanceof ParameterizedType several) {
            Object one = sample((Class<?>) several.getActualTypeArguments()[0], which);
            return component.getType() == Optional.class ? Optional.of(one) : List.of(one);
        }
        if (component.getType() == String.class) {
            return TEXTS.getOrDefault(component.getDeclaringRecord(), List.of("a".repeat(32), "b".repeat(32)))
                    .get(which);
        }
        return sample(component.getType(), which);
    }

    /** One of two values of {@code type} that differ. */
    private static Object sample(Class<?> type, int which) throws ReflectiveOperationException {
        if (SAMPLES.containsKey(type)) {
            return SAMPLES.get(type).get(which);
        }
        if (type == String.class) {
            return List.of("one", "other").get(which);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[which];
        }
        return made(type, values(type.getRecordComponents(), which - 1));
    }

    private static Object made(Class<?> record, Object[] values) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = record.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }
}
