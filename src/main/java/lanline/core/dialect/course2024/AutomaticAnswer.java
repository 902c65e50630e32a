package lanline.core.dialect.course2024;

import java.util.Locale;
import java.util.Set;
import lanline.core.text.SafeText;

/** What some programs say by themselves whenever a message comes ({@code wire.md} section 1): no person wrote it, and nobody answers it. */
final class AutomaticAnswer {
    /** Their words, without signs and case. */
    private static final Set<String> KNOWN = Set.of("message received");

    private AutomaticAnswer() {}

    static boolean is(SafeText text) {
        String words = text.value().replaceAll("[^\\p{L} ]", "").strip().toLowerCase(Locale.ROOT);
        return KNOWN.contains(words);
    }
}
