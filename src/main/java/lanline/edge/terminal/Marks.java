package lanline.edge.terminal;

import java.util.List;
import lanline.edge.terminal.view.HelpPage;

/** What the signs of the window mean, for the help: nothing is said by a sign that nowhere has words. */
final class Marks {
    static final List<HelpPage.Entry> LEGEND = List.of(
            new HelpPage.Entry(
                    "… ✓ ✓✓ ✗", "an own message: waits, is sent, is delivered, failed (the reason stands below it)"),
            new HelpPage.Entry("● ◐ ◦ ·", "a person: is here, is away, is here with an older program, is gone"),
            new HelpPage.Entry("○ …", "a person who is announced, while the two programs connect"),
            new HelpPage.Entry("! !key", "a person of a known name, with another key: nothing is sent to that one"),
            new HelpPage.Entry("? unsure", "a person who may be somebody else, NOT VERIFIED: /whois NAME"),
            new HelpPage.Entry("ign. blk.", "a person whom you ignore (/ignore), whom you have blocked (/block)"),
            new HelpPage.Entry(
                    "▸ and a number", "the conversation on screen; Alt and the number goes to a conversation"),
            new HelpPage.Entry("✎", "a text that you have begun waits in that conversation"),
            new HelpPage.Entry("! and a count", "somebody mentions you; so many messages were not in sight yet"));

    private Marks() {}
}
