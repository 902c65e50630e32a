package lanline.sim;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Lanline with one mistake that somebody might make: in the file named, what stands there once becomes something else. {@code seed}: the
 * first at which the checkers saw it when this was last looked up, so that the test is short; others do as well, and are tried next.
 */
enum Mutant {
    HANDSHAKE_WITHOUT_SIGNATURE(
            "core/session/Proof.java", "if (!Signatures.isBy(", "if (Math.PI < 3 && !Signatures.isBy(", 4),
    ANNOUNCEMENT_WITHOUT_SIGNATURE("core/presence/AnnouncementCheck.java", "!isSound || !proof.holds()", "!isSound", 3),
    ONE_SIDE_CHANGES_KEYS_LATER(
            "core/session/Channel.java", "sent == MESSAGES_A_KEY", "sent == MESSAGES_A_KEY + 1", 50),
    RECEIPT_BEFORE_IT_IS_DURABLE(
            "core/conversation/Receipts.java",
            "bus.subscribe(MessagesDurable.class, this::onDurable)",
            "bus.subscribe(PrivateTextHeard.class, heard -> onDurable(new MessagesDurable(List.of(heard.id()))))",
            69),
    SENT_BEFORE_IT_IS_STORED(
            "core/conversation/Composing.java",
            "world.history().store(message);",
            "unstored.remove(message.id()); outbox.send(command.tag(), message, true); world.history().store(message);",
            1),
    FORGETS_AT_THE_START_WHAT_WAITS("core/conversation/Composing.java", "outbox.takeUp(left);", "", 1),
    GOES_AGAIN_UNDER_ANOTHER_ID(
            "core/conversation/LanlineQueues.java",
            "courier.say(party.link(), message.id(), message.text())",
            "courier.say(party.link(), message.delivery().mayHaveArrived()"
                    + " ? MessageId.random(new java.util.Random(message.id().hashCode())) : message.id(), message.text())",
            2),
    BOTH_CHOOSE_BETWEEN_CROSSING_SESSIONS(
            "core/link/Crossing.java",
            "areWeSmaller = byId != 0 ? byId < 0 : byInstance < 0;",
            "areWeSmaller = byId != 0 || byInstance != 0;",
            50),
    PLAIN_WHERE_THERE_IS_NO_SESSION(
            "core/conversation/Outbox.java",
            "LanlineId.parse(conversation.text()).isPresent() ?",
            "LanlineId.parse(conversation.text())" + ".filter(id -> !world.courier().with(id).isEmpty()).isPresent() ?",
            1),
    PLAIN_TO_WHO_BEARS_A_KNOWN_NAME(
            "core/trust/Downgrades.java",
            "return allowed.contains(peer.id())",
            "return Math.PI > 3 || allowed.contains(peer.id())",
            40),
    VERIFIED_BY_ONE_OF_TWO(
            "core/trust/Comparison.java",
            "state = state == State.SHOWN ? State.AGREED : State.VERIFIED;",
            "state = State.VERIFIED;",
            1),
    ONLY_THE_SECOND_OF_TWO_IS_VERIFIED(
            "core/trust/Comparison.java", "State.HEARD : State.VERIFIED", "State.HEARD : State.AGREED", 1),
    EACH_SIDE_HAS_WORDS_OF_ITS_OWN(
            "core/trust/Comparison.java", "show(leaderNonce, nonce);", "show(nonce, leaderNonce);", 1),
    GOES_THOUGH_IT_WAS_TAKEN_BACK(
            "core/conversation/LanlineQueues.java",
            "which.test(entry) && removed.add(entry.now())",
            "which.test(entry) && removed.add(entry.now()) && Math.PI < 3",
            9),
    IS_SURE_OF_WHAT_IT_TOOK_BACK(
            "core/conversation/Outbox.java",
            "Delivery.takenBack(item.mayHaveArrived())",
            "Delivery.takenBack(false)",
            16),
    IS_SURE_OF_WHAT_EXPIRED(
            "core/conversation/Outbox.java",
            "item.mayHaveArrived() ? Delivery.failedPerhaps(why) : Delivery.failed(why)",
            "Delivery.failed(why)",
            169),
    WAITS_FOR_EVER(
            "core/conversation/Expiry.java", "event.preferences());\n            look();", "event.preferences());", 39),
    GIVES_UP_TOO_EARLY(
            "core/conversation/Expiry.java",
            "outbox.expire(time.now().minus(span.length())",
            "outbox.expire(time.now().minus(span.length().dividedBy(2))",
            35),
    KEEPS_ITS_KEYS(
            "core/link/SessionLink.java",
            "now + RENEW_MILLIS - spreadMillis",
            "now + 2 * RENEW_MILLIS - spreadMillis",
            25),
    ENDS_A_SESSION_TO_RENEW_IT(
            "core/link/SessionLife.java",
            "dialler.renew(link);",
            "end(link, SessionDown.End.CUT, \"its keys are old\");",
            25);

    private final String file;
    private final String before;
    private final String after;
    final long seed;

    Mutant(String file, String before, String after, long seed) {
        this.file = file;
        this.before = before;
        this.after = after;
        this.seed = seed;
    }

    /** Runs whole LANs with that mistake in every Lanline. */
    interface World {
        List<?> violationsOf(long seed);
    }

    World world() {
        try {
            Class<?> scenario = MutatedClasses.with(file, before, after).loadClass(Scenario.class.getName());
            Method run = scenario.getDeclaredMethod("violationsOf", long.class);
            run.setAccessible(true);
            return seed -> violations(run, seed);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError("a scenario has changed its form", impossible);
        }
    }

    private static List<?> violations(Method run, long seed) {
        try {
            return (List<?>) run.invoke(null, seed);
        } catch (InvocationTargetException thrown) {
            // It broke a rule of Lanline itself, which ends the program.
            return List.of(thrown.getTargetException());
        } catch (IllegalAccessException impossible) {
            throw new AssertionError("a scenario has changed its form", impossible);
        }
    }
}
