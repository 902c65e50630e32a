package lanline.edge.terminal;

import java.util.List;
import java.util.Optional;
import lanline.core.event.UserCommand.Block;
import lanline.core.event.UserCommand.TrustKey;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.view.StatusBar;
import lanline.edge.terminal.view.TextBox;
import lanline.edge.terminal.view.TextBox.Paragraph;

/** The window that says why nothing is sent to somebody whose key has changed, and what to do. Screen thread only. */
final class ChangedKeyMode implements Mode {
    private final WindowState state;
    private final Mode back;
    private final Peer peer;
    private final Overlay overlay;

    ChangedKeyMode(WindowState state, Mode back, Peer peer) {
        this.state = state;
        this.back = back;
        this.peer = peer;
        this.overlay = new Overlay(state, back);
    }

    @Override
    public Mode press(Press press) {
        Optional<Action> action = KeyTable.action(Scope.IN_CHANGED_KEY, press.key());
        return action.map(this::act).orElse(this);
    }

    private Mode act(Action action) {
        switch (action) {
            case TRUST -> {
                return new AskLine(state, back, question());
            }
            case BLOCK -> {
                return block();
            }
            case BACK -> {
                return leave();
            }
            case REPAINT -> state.repaint();
            case QUIT -> state.quit();
            default -> overlay.scroll(action);
        }
        return this;
    }

    private AskLine.Question question() {
        String hint = "The first " + LanlineId.HINT_LENGTH + " signs of the key of " + peer.name();
        return new AskLine.Question("key> ", hint, "", this::trust);
    }

    private Optional<SafeText> trust(String typed) {
        String signs = typed.replaceAll("[\\s-]", "");
        if (signs.length() < LanlineId.HINT_LENGTH) {
            return Optional.of(SafeText.line("That is too short: " + LanlineId.HINT_LENGTH + " signs are needed"));
        }
        state.send(new TrustKey(Tag.NONE, peer.id().text(), signs));
        return Optional.empty();
    }

    private Mode block() {
        state.send(new Block(Tag.NONE, peer.id().text()));
        return leave();
    }

    private Mode leave() {
        state.redraw();
        return back;
    }

    @Override
    public Mode news() {
        overlay.news();
        return this;
    }

    @Override
    public boolean showsLiveEnd() {
        return back.showsLiveEnd();
    }

    @Override
    public void draw(Canvas canvas) {
        List<String> keys = List.of("t take the key", "b block", "Esc later");
        overlay.draw(
                canvas,
                text(peer.name()),
                new StatusBar.Content("Nothing is sent to " + peer.name(), keys, Role.STATUS));
    }

    private static TextBox text(Nickname name) {
        return new TextBox(
                "The key of " + name + " has changed",
                List.of(
                        new Paragraph("Nothing was sent: your text is still in the input.", false),
                        new Paragraph("", false),
                        new Paragraph(
                                "This program tells people apart by their keys. Whoever is called " + name
                                        + " now has another one than before: either " + name
                                        + " has a new computer or a new home folder, or somebody else uses the name.",
                                false),
                        new Paragraph("", false),
                        new Paragraph(
                                "Ask " + name
                                        + " by phone or in person to type /fingerprint and to read you how the key"
                                        + " begins.",
                                false),
                        new Paragraph("", false),
                        new Paragraph("t    " + name + " has told me: take the new key", false),
                        new Paragraph("b    it is somebody else: block this key", false),
                        new Paragraph("Esc  decide later", false)));
    }
}
