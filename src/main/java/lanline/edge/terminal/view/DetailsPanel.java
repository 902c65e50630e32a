package lanline.edge.terminal.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.model.ConversationId;
import lanline.core.model.Peer;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.screen.Answers;
import lanline.core.screen.Screen;
import lanline.core.screen.Transcript;
import lanline.core.text.Wrap;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;

/** What {@code /whois} knows of the person one talks with, at the right of a wide window. Screen thread only. */
public final class DetailsPanel {
    private final Drawn drawn = new Drawn();
    private final MessageCount count = new MessageCount();

    /** A piece of the page; it is wrapped. */
    private record Entry(String text, Role role) {}

    /** {@code epoch} rises when everything has to be drawn again. */
    public void draw(Canvas canvas, Screen screen, Metrics metrics, LocalDate today, int epoch) {
        Optional<Screen.Person> person = screen.person();
        if (drawn.isSame(
                person.map(Screen.Person::peer).orElse(null),
                screen.transcript().title(),
                screen.transcript().lines(),
                screen.transcript().hasOlder(),
                today.toEpochDay(),
                metrics.theme(),
                epoch)) {
            return;
        }
        count.show(screen.transcript());
        paint(canvas, entries(screen, metrics, today), metrics.theme());
    }

    private static void paint(Canvas canvas, List<Entry> entries, Theme theme) {
        List<Entry> rows = entries.stream()
                .flatMap(entry -> Wrap.rows(entry.text, canvas.columns() - 1, canvas.width()).stream()
                        .map(piece -> new Entry(piece, entry.role)))
                .toList();
        canvas.fill(theme.style(Role.SIDEBAR));
        for (int row = 0; row < Math.min(rows.size(), canvas.rows()); row++) {
            boolean isCut = row == canvas.rows() - 1 && rows.size() > canvas.rows();
            canvas.put(row, 1, isCut ? "…" : rows.get(row).text, theme.style(rows.get(row).role));
        }
    }

    private List<Entry> entries(Screen screen, Metrics metrics, LocalDate today) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("DETAILS", Role.SIDEBAR_HEAD));
        if (screen.transcript().conversation().equals(ConversationId.HOME)) {
            entries.add(new Entry("No conversation is open: F6 and Enter on a name open one.", Role.SIDEBAR));
            return entries;
        }
        Transcript.Title title = screen.transcript().title();
        entries.add(new Entry(title.name().value(), Role.SIDEBAR_CURRENT));
        screen.person()
                .ifPresentOrElse(
                        person -> addPerson(entries, person, metrics, today),
                        () -> entries.addAll(List.of(
                                new Entry("not here", Role.SIDEBAR),
                                new Entry("last at " + title.address(), Role.SIDEBAR))));
        entries.add(new Entry(title.security().value(), Role.WARNING));
        entries.add(new Entry(counts(screen.transcript()), Role.SIDEBAR));
        screen.person()
                .map(Screen.Person::peer)
                .ifPresent(peer -> Answers.trust(peer).forEach(line -> entries.add(new Entry(line, Role.SIDEBAR))));
        return entries;
    }

    private static void addPerson(List<Entry> entries, Screen.Person person, Metrics metrics, LocalDate today) {
        Peer peer = person.peer();
        entries.add(new Entry(state(person, metrics, today), role(peer.presence())));
        for (Route route : peer.routes()) {
            entries.add(new Entry("at " + route.best(), Role.SIDEBAR));
        }
        entries.add(new Entry("speaks " + Answers.speech(peer), Role.SIDEBAR));
    }

    /** With the day where that is not today. */
    private static String state(Screen.Person person, Metrics metrics, LocalDate today) {
        LocalDate day = Times.day(person.since(), metrics.zone());
        String onDay = day.equals(today) ? "" : ", " + Times.dayName(day, metrics.year());
        return person.peer().presence().word() + " since " + Times.minutes(person.since(), metrics.zone()) + onDay;
    }

    private static Role role(Presence presence) {
        return switch (presence) {
            case ONLINE -> Role.PEER_ONLINE;
            case BUSY -> Role.PEER_BUSY;
            case ANNOUNCED, AWAY -> Role.PEER_AWAY;
            case GONE -> Role.PEER_GONE;
        };
    }

    /** Of what is loaded: the history may hold more. */
    private String counts(Transcript transcript) {
        String more = transcript.hasOlder() ? ", older ones not loaded" : "";
        return count.sent() + " sent, " + count.received() + " received" + more;
    }
}
