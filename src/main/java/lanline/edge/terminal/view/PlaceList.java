package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lanline.core.model.ConversationId;
import lanline.core.screen.PersonRow;
import lanline.core.screen.Screen;
import lanline.core.text.CellWidth;
import lanline.core.text.Folding;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Style;

/** The conversations that one can go to, as far as their names have a part in them, with one chosen. Screen thread only. */
public final class PlaceList {
    /** Rows that the list takes at most, so that the conversation behind it stays in sight. */
    private static final int MOST_ROWS = 8;

    private static final String HOME = "Lanline";

    private List<Place> places = List.of();
    private String filter = "";
    private int chosen;
    private int offset;

    /** {@code number}: of the Alt keys, or 0. */
    public record Place(ConversationId conversation, int number, String label, int unread) {
        static Place of(PersonRow person) {
            return new Place(
                    person.conversation(), person.number(), person.label().value(), person.unread());
        }
    }

    /** Lists what fits to {@code part} of a name, or to a number; those that begin so come first. The choice stays where it can. */
    public void show(Screen screen, String part) {
        String wanted = Folding.fold(part.strip());
        Optional<ConversationId> before = selected().map(Place::conversation);
        boolean isSame = wanted.equals(filter);
        filter = wanted;
        List<Place> all = new ArrayList<>();
        screen.sidebar().people().forEach(person -> all.add(Place.of(person)));
        all.add(new Place(ConversationId.HOME, 0, HOME, 0));
        places = all.stream()
                .filter(place -> rank(place) < NO_PLACE)
                .sorted(Comparator.comparingInt(this::rank))
                .toList();
        ConversationId current = screen.transcript().conversation();
        chosen = isSame && before.isPresent() ? Math.max(0, indexOf(before.get())) : firstOther(current);
    }

    private static final int NO_PLACE = 3;

    private int rank(Place place) {
        String label = Folding.fold(place.label);
        boolean isNumber = place.number > 0 && filter.equals(String.valueOf(place.number % 10));
        if (isNumber || label.equals(filter)) {
            return 0;
        }
        if (label.startsWith(filter)) {
            return 1;
        }
        return label.contains(filter) ? 2 : NO_PLACE;
    }

    /** One does not go where one is, unless there is nothing else. */
    private int firstOther(ConversationId current) {
        boolean skips = places.size() > 1 && places.get(0).conversation.equals(current);
        return skips ? 1 : 0;
    }

    private int indexOf(ConversationId conversation) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).conversation.equals(conversation)) {
                return i;
            }
        }
        return -1;
    }

    public int size() {
        return places.size();
    }

    public int wantedRows() {
        return Math.min(MOST_ROWS, places.size());
    }

    public Optional<Place> selected() {
        return chosen < places.size() ? Optional.of(places.get(chosen)) : Optional.empty();
    }

    /** Goes on by one, round the ends; by more, up to them. */
    public void move(int by) {
        int size = Math.max(1, places.size());
        chosen = Math.abs(by) == 1 ? Math.floorMod(chosen + by, size) : Math.max(0, Math.min(size - 1, chosen + by));
    }

    public void page(int by) {
        move(by * MOST_ROWS);
    }

    public void draw(Canvas canvas, Theme theme) {
        int rows = canvas.rows();
        offset = Math.max(chosen - rows + 1, Math.min(offset, chosen));
        offset = Math.max(0, Math.min(offset, places.size() - rows));
        for (int row = 0; row < rows; row++) {
            Style style = theme.style(offset + row == chosen ? Role.SELECTION : Role.POPUP);
            drawPlace(canvas, row, places.get(offset + row), style);
            if (row == 0 && offset > 0) {
                canvas.put(row, canvas.columns() - 1, "▲", style);
            }
            if (row == rows - 1 && offset + rows < places.size()) {
                canvas.put(row, canvas.columns() - 1, "▼", style);
            }
        }
    }

    private static void drawPlace(Canvas canvas, int row, Place place, Style style) {
        CellWidth width = canvas.width();
        canvas.clearRow(row, 0, style);
        canvas.put(row, 1, place.number > 0 ? String.valueOf(place.number % 10) : "", style);
        String news = place.unread > 0 ? place.unread + " new" : "";
        int room = canvas.columns() - 3 - width.ofText(news) - 3;
        canvas.put(row, 3, Clip.to(place.label, Math.max(1, room), width), style);
        canvas.put(row, canvas.columns() - 2 - width.ofText(news), news, style);
    }
}
