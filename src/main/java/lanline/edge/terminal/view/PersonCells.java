package lanline.edge.terminal.view;

import lanline.core.model.Presence;
import lanline.core.screen.PersonRow;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.Style;

/** Draws a person as one row: whether on screen or with a draft, number, sign of presence, name, and at the right what the sign means and what is unread. */
final class PersonCells {
    private static final int NUMBER = 2;
    private static final int SIGN = 4;
    private static final int NAME = 6;

    /** Fewer columns of a name tell nobody who it is: the note gives way. */
    private static final int SHORTEST_NAME = 4;

    /** Columns of a blank and a count of what is unread, mostly. */
    private static final int LONGEST_COUNT = 3;

    private static final String OLD = "old";
    /** It says that it is here, and is being dialled. */
    private static final String CONNECTING = "…";

    /** As long as it may be in the narrower sidebar. */
    private static final String IGNORED = "ign.";

    private static final String CHANGED = "!key";

    /** Where there is room, and where there is none. */
    private static final String SUSPECT = "NOT VERIFIED";

    private static final String SUSPECT_SHORT = "unsure";

    private static final String BLOCKED = "blocked";

    private static final String BLOCKED_SHORT = "blk.";

    private final Canvas canvas;
    private final int row;
    private final PersonRow person;
    private final boolean selected;
    private final boolean draft;
    private final Theme theme;

    PersonCells(Canvas canvas, int row, PersonRow person, boolean selected, boolean draft, Theme theme) {
        this.canvas = canvas;
        this.row = row;
        this.person = person;
        this.selected = selected;
        this.draft = draft;
        this.theme = theme;
    }

    void draw() {
        canvas.clearRow(row, 0, style(Role.SIDEBAR));
        if (person.state().current()) {
            canvas.put(row, 0, "▸", style(Role.SIDEBAR_CURRENT));
        } else if (draft) {
            canvas.put(row, 0, "✎", style(Role.SIDEBAR_CURRENT));
        }
        if (person.number() > 0) {
            canvas.put(row, NUMBER, String.valueOf(person.number() % 10), style(Role.SIDEBAR));
        }
        canvas.put(row, SIGN, sign(), style(signRole()));
        drawNameAndNotes();
    }

    private void drawNameAndNotes() {
        CellWidth width = canvas.width();
        String unread = unread();
        String notes = notes(unread);
        if (canvas.columns() - NAME - 1 - width.ofText(notes) < SHORTEST_NAME) {
            notes = unread;
        }
        int at = canvas.columns() - width.ofText(notes);
        canvas.put(row, NAME, name(at - 1 - NAME, width), style(nameRole()));
        canvas.put(row, at, notes, style(Role.SIDEBAR));
        canvas.put(row, canvas.columns() - width.ofText(unread), unread, style(Role.SIDEBAR_UNREAD));
    }

    private String name(int columns, CellWidth width) {
        String label = person.label().value();
        return label.indexOf('@') < 0 ? Clip.to(label, columns, width) : Clip.inTheMiddle(label, columns, width);
    }

    /** The last column is for what is unread; minutes may use it where nothing is. */
    private String notes(String unread) {
        String note = note();
        if (note.isEmpty()) {
            return unread;
        }
        return unread.isEmpty() && !note.equals(OLD) ? note : note + " " + unread;
    }

    /** Says in a word what the sign says. */
    private String note() {
        PersonRow.State state = person.state();
        if (state.doubt() == PersonRow.Doubt.BLOCKED) {
            return whereThereIsRoom(BLOCKED, BLOCKED_SHORT);
        }
        if (isDoubted()) {
            return doubt(state.doubt());
        }
        if (state.ignored()) {
            return IGNORED;
        }
        if (state.presence() == Presence.AWAY) {
            return state.silentMinutes() > 0 ? minutes(state.silentMinutes()) : Presence.AWAY.word();
        }
        if (state.presence() == Presence.ANNOUNCED) {
            return CONNECTING;
        }
        if (state.presence() == Presence.ONLINE) {
            return state.older() ? OLD : "";
        }
        return state.presence().word();
    }

    private boolean isDoubted() {
        PersonRow.Doubt doubt = person.state().doubt();
        return doubt == PersonRow.Doubt.SUSPECT || doubt == PersonRow.Doubt.CHANGED;
    }

    private String doubt(PersonRow.Doubt doubt) {
        if (doubt == PersonRow.Doubt.CHANGED) {
            return CHANGED;
        }
        return whereThereIsRoom(SUSPECT, SUSPECT_SHORT);
    }

    private String whereThereIsRoom(String whole, String shorter) {
        int room = canvas.columns() - NAME - 1 - whole.length() - LONGEST_COUNT;
        return room >= person.label().value().length() ? whole : shorter;
    }

    private static String minutes(int minutes) {
        return minutes < 100 ? minutes + "m" : minutes / 60 + "h";
    }

    private String unread() {
        if (person.mentions()) {
            return person.unread() > 1 ? "!" + person.unread() : "!";
        }
        return person.unread() > 0 ? String.valueOf(person.unread()) : "";
    }

    private String sign() {
        if (isDoubted()) {
            return person.state().doubt() == PersonRow.Doubt.CHANGED ? "!" : "?";
        }
        if (person.state().older()) {
            return "◦";
        }
        return switch (person.state().presence()) {
            case ONLINE, BUSY -> "●";
            case ANNOUNCED -> "○";
            case AWAY -> "◐";
            case GONE -> "·";
        };
    }

    private Role signRole() {
        if (isDoubted()) {
            return Role.WARNING;
        }
        if (person.state().older()) {
            return Role.PEER_OLDER;
        }
        return switch (person.state().presence()) {
            case ONLINE -> Role.PEER_ONLINE;
            case BUSY -> Role.PEER_BUSY;
            case ANNOUNCED, AWAY -> Role.PEER_AWAY;
            case GONE -> Role.PEER_GONE;
        };
    }

    private Role nameRole() {
        if (person.state().current()) {
            return Role.SIDEBAR_CURRENT;
        }
        return person.unread() > 0 ? Role.SIDEBAR_UNREAD : Role.SIDEBAR;
    }

    private Style style(Role role) {
        return theme.style(selected ? Role.SELECTION : role);
    }
}
