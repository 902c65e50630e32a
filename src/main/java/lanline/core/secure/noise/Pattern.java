package lanline.core.secure.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which tokens go in which message, written as in the Noise specification; with 25519, AESGCM and SHA256 it makes a protocol. Immutable. */
public final class Pattern {
    public static final Pattern XX = of("XX", "-> e", "<- e, ee, s, es", "-> s, se");

    /** XX that a quantum computer of the future can't read either: the first secret is that of X25519 and of ML-KEM-768 together. */
    public static final Pattern XX_HFS = of("XXhfs", "-> e, e1", "<- e, ee, ekem1, s, es", "-> s, se");

    private static final String END_OF_KNOWN_KEYS = "...";

    /** A line of the pattern. */
    record Message(Role sender, List<Token> tokens) {}

    private final String name;
    private final List<Message> knownKeys;
    private final List<Message> messages;

    private Pattern(String name, List<Message> knownKeys, List<Message> messages) {
        this.name = name;
        this.knownKeys = List.copyOf(knownKeys);
        this.messages = List.copyOf(messages);
    }

    /** {@code lines}: {@code "-> e, es"} or {@code "<- e, ee"}; what each side knows of the other beforehand stands above a line {@code "..."}. */
    static Pattern of(String name, String... lines) {
        int dots = Arrays.asList(lines).indexOf(END_OF_KNOWN_KEYS);
        List<Message> knownKeys = parse(lines, 0, Math.max(dots, 0));
        if (!knownKeys.stream().allMatch(known -> known.tokens.equals(List.of(Token.S)))) {
            throw new IllegalArgumentException("only static keys can be known beforehand, not in " + name);
        }
        return new Pattern(name, knownKeys, parse(lines, dots + 1, lines.length));
    }

    private static List<Message> parse(String[] lines, int from, int to) {
        List<Message> parsed = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Role sender = lines[i].startsWith("->") ? Role.INITIATOR : Role.RESPONDER;
            List<Token> tokens = Arrays.stream(lines[i].substring(2).split(","))
                    .map(token -> Token.valueOf(token.strip().toUpperCase(Locale.ROOT)))
                    .toList();
            parsed.add(new Message(sender, tokens));
        }
        return parsed;
    }

    /** The full name, which is the first thing that both sides hash. */
    public String protocolName() {
        boolean hybrid = messages.stream().anyMatch(message -> message.tokens.contains(Token.E1));
        return "Noise_" + name + (hybrid ? "_25519+MLKEM768" : "_25519") + "_AESGCM_SHA256";
    }

    /** Keys known before the first message ("pre-messages"); none in XX. */
    List<Message> knownKeys() {
        return knownKeys;
    }

    List<Message> messages() {
        return messages;
    }

    @Override
    public String toString() {
        return name;
    }
}
