package lanline.core.trust;

import java.util.List;
import lanline.core.event.ChatEvent.ComparisonMoved;
import lanline.core.event.EventBus;
import lanline.core.model.ComparisonStage;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** Tells people how far a comparison has come, in words for each state. Lives on the bus thread. */
final class ComparisonTeller {
    private final EventBus bus;

    ComparisonTeller(EventBus bus) {
        this.bus = bus;
    }

    /** {@code isOurs}: the person here began it, and need not be told why. */
    void tell(Tag tag, Peer peer, Comparison comparison, boolean isOurs) {
        Nickname name = peer.name();
        List<String> words = comparison.words();
        switch (comparison.state()) {
            case COMMITTED, ANSWERED -> tell(tag, peer, ComparisonStage.WAITING, Sentences.waiting(name));
            case SHOWN ->
                show(tag, peer, words, isOurs ? Sentences.compare(name, words) : Sentences.asked(name, words));
            case HEARD -> show(tag, peer, words, Sentences.otherAgreed(name, words));
            case AGREED -> tell(tag, peer, ComparisonStage.AGREED, Sentences.agreed(name));
            case VERIFIED -> tell(tag, peer, ComparisonStage.VERIFIED, Sentences.verified(name));
            case DENIED_HERE -> tell(tag, peer, ComparisonStage.DIFFERENT, Sentences.differHere(name));
            case DENIED_THERE -> tell(tag, peer, ComparisonStage.DIFFERENT, Sentences.differThere(name));
            case BROKEN -> tell(tag, peer, ComparisonStage.DIFFERENT, Sentences.broken(name));
            case STOPPED -> tell(tag, peer, ComparisonStage.STOPPED, Sentences.stopped(name));
        }
    }

    void cut(Peer peer) {
        tell(Tag.NONE, peer, ComparisonStage.STOPPED, Sentences.cut(peer.name()));
    }

    void late(Peer peer) {
        tell(Tag.NONE, peer, ComparisonStage.STOPPED, Sentences.late(peer.name()));
    }

    private void show(Tag tag, Peer peer, List<String> words, String sentence) {
        bus.raise(new ComparisonMoved(tag, peer, ComparisonStage.SHOWN, words, SafeText.line(sentence)));
    }

    private void tell(Tag tag, Peer peer, ComparisonStage stage, String sentence) {
        bus.raise(new ComparisonMoved(tag, peer, stage, List.of(), SafeText.line(sentence)));
    }
}
