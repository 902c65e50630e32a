package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.event.ChatEvent.AnswerHeard;
import lanline.core.event.ChatEvent.TextHeard;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.model.Bytes;
import lanline.core.model.LinkId;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

/** What older programs say by themselves becomes the state of a message, and nothing answers it. */
class AutomaticAnswersTest extends SendingCase {
    private static final SafeText RECEIVED = SafeText.message("Message received ✔️");

    @Test
    void anAnswerOnOurLinkIsTheStateOfItsMessage() {
        appear(BOB);
        sent("bob", "selam");
        opened(1);
        put(new BytesReceived(new LinkId(1), Bytes.utf8("{\"message\": \"Message received ✔️\"}")));
        assertEquals(List.of("selam: QUEUED", "selam: SENT", "selam: ANSWERED Message received ✔️"), states());
        assertTrue(told.all(TextHeard.class).isEmpty());
    }

    @Test
    void anAnsweredMessageStaysSoWhenItsLinkBreaks() {
        appear(BOB);
        sent("bob", "selam");
        opened(1);
        put(new BytesReceived(new LinkId(1), Bytes.utf8("Message received ✔️")));
        wakesUntil(3_000);
        closed(1, RESET);
        assertEquals("selam: ANSWERED Message received ✔️", states().get(states().size() - 1));
    }

    @Test
    void answersOnLinksOfTheirOwnAreForTheEarliestThatWaits() {
        appear(BOB);
        sent("bob", "one");
        taken(1);
        sent("bob", "two");
        taken(2);
        told.forget();
        raise(new AnswerHeard(Samples.at("10.0.0.3", 40_000), RECEIVED));
        raise(new AnswerHeard(Samples.at("10.0.0.3", 40_001), RECEIVED));
        assertEquals(List.of("one: ANSWERED Message received ✔️", "two: ANSWERED Message received ✔️"), states());
    }

    @Test
    void theSameWordsFromWhoWasWrittenNothingAreAMessage() {
        appear(BOB);
        sent("bob", "one");
        taken(1);
        raise(new AnswerHeard(Samples.at("10.0.0.9", 40_000), RECEIVED));
        assertEquals(RECEIVED, told.one(TextHeard.class).text());
    }

    @Test
    void whatComesLongAfterwardsWasTyped() {
        appear(BOB);
        sent("bob", "one");
        taken(1);
        time.pass(AutomaticAnswers.ANSWER_MILLIS + 1);
        raise(new AnswerHeard(Samples.at("10.0.0.3", 40_000), RECEIVED));
        assertEquals(RECEIVED, told.one(TextHeard.class).text());
    }
}
