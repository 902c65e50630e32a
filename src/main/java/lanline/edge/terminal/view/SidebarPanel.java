package lanline.edge.terminal.view;

import java.util.Optional;
import java.util.Set;
import lanline.core.model.ConversationId;
import lanline.core.screen.PersonRow;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;

/** The people, as many as fit, with the cursor or the current conversation in sight. Screen thread only. */
public final class SidebarPanel {
    private static final int HEAD_ROWS = 1;
    private static final int NOWHERE = Integer.MIN_VALUE;

    private final Drawn drawn = new Drawn();
    private final Guard guard;
    private int offset;
    private int room;
    /** While the focus is here the list stays where the wheel has turned it. */
    private int turnedAt = NOWHERE;

    public SidebarPanel(Guard guard) {
        this.guard = guard;
    }

    /** {@code drafts}: where a text waits; {@code epoch} rises when everything has to be drawn again. */
    public void draw(Canvas canvas, PeopleList people, Set<ConversationId> drafts, Theme theme, int epoch) {
        room = Math.max(0, canvas.rows() - HEAD_ROWS);
        offset = offset(people);
        if (people.selected().isPresent()) {
            canvas.cursor(HEAD_ROWS + people.focus() - offset, 0);
        }
        if (drawn.isSame(people.rows(), people.focus(), people.selected().isPresent(), drafts, offset, theme, epoch)) {
            return;
        }
        canvas.fill(theme.style(Role.SIDEBAR));
        canvas.put(0, 0, "PEOPLE " + people.count(), theme.style(Role.SIDEBAR_HEAD));
        for (int i = 0; i < room && offset + i < people.rows().size(); i++) {
            int index = offset + i;
            int row = HEAD_ROWS + i;
            PersonRow person = people.rows().get(index);
            boolean hasDraft = drafts.contains(person.conversation());
            PersonCells cells = new PersonCells(canvas, row, person, people.isSelected(index), hasDraft, theme);
            guard.draw(canvas, row, theme, cells::draw);
        }
    }

    /** The person in this row of the panel. */
    public Optional<PersonRow> at(PeopleList people, int row) {
        int index = offset + row - HEAD_ROWS;
        boolean isPerson = row >= HEAD_ROWS && index < people.rows().size();
        return isPerson ? Optional.of(people.rows().get(index)) : Optional.empty();
    }

    /** Turns the list by rows, as far as there are more. */
    public void turn(PeopleList people, int by) {
        offset = within(people, offset + by);
        turnedAt = people.focus();
    }

    private int within(PeopleList people, int wanted) {
        return Math.max(0, Math.min(wanted, people.rows().size() - room));
    }

    /** Moves no farther than needed, and never leaves rows empty that could be filled. */
    private int offset(PeopleList people) {
        if (turnedAt == people.focus()) {
            return within(people, offset);
        }
        turnedAt = NOWHERE;
        int focus = Math.max(0, people.focus());
        int least = Math.max(0, focus - room + 1);
        int most = Math.max(0, Math.min(focus, people.rows().size() - room));
        return Math.max(least, Math.min(offset, Math.max(least, most)));
    }
}
