package lanline.core.secure;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;

/** Keys as people read them to each other ({@code security.md} sections 2 and 5). */
public final class Fingerprint {
    private static final int GROUP = 4;
    private static final int CHECK = 4;
    private static final int ID_LENGTH = 52;
    private static final int BITS = 5;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Bytes OF_ONE = Bytes.utf8("LL1 id v1\0");
    private static final Bytes OF_TWO = Bytes.utf8("LL1 fp v1\0");

    private static final int DIGIT_GROUPS = 12;
    private static final long ONE_GROUP = 100_000;

    /** 40 bits for five digits: the likeliest of them is likelier than the rest by less than 2^-23. */
    private static final int BYTES_A_GROUP = 5;

    private Fingerprint() {}

    /** 14 groups of four signs, a blank between them: the 52 of the key, then four by which a mistake in them shows. */
    public static String of(LanlineId id) {
        String signs = id.text() + check(id);
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < signs.length(); i += GROUP) {
            grouped.append(i == 0 ? "" : " ").append(signs, i, i + GROUP);
        }
        return grouped.toString();
    }

    /** Reads what {@link #of} gave; blanks, hyphens and capitals don't matter. */
    public static LanlineId parse(String typed) throws WrongFingerprintException {
        String signs = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        requireSigns(signs);
        if (signs.length() != ID_LENGTH + CHECK) {
            throw new WrongFingerprintException("A fingerprint has " + (ID_LENGTH + CHECK) / GROUP
                    + " groups of four signs; this one has " + signs.length() + " signs.");
        }
        Optional<LanlineId> id = whole(signs);
        if (id.isPresent()) {
            return id.get();
        }
        throw new WrongFingerprintException(whatIsWrong(signs));
    }

    private static void requireSigns(String signs) throws WrongFingerprintException {
        for (int i = 0; i < signs.length(); i++) {
            if (ALPHABET.indexOf(signs.charAt(i)) < 0) {
                throw new WrongFingerprintException("\"" + signs.charAt(i) + "\" in group " + (i / GROUP + 1)
                        + " is no sign of a fingerprint: these are a to z and 2 to 7.");
            }
        }
    }

    private static Optional<LanlineId> whole(String signs) {
        return LanlineId.parse(signs.substring(0, ID_LENGTH))
                .filter(id -> check(id).equals(signs.substring(ID_LENGTH)));
    }

    /** One wrong sign, which is what happens mostly, is found by trying each other one in each place; seldom two places fit. */
    private static String whatIsWrong(String signs) {
        Set<String> groups = new LinkedHashSet<>();
        for (int at = 0; at < signs.length(); at++) {
            if (isRightWithAnother(signs, at)) {
                int start = at / GROUP * GROUP;
                groups.add("group " + (at / GROUP + 1) + " (" + signs.substring(start, start + GROUP) + ")");
            }
        }
        return groups.isEmpty()
                ? "These groups don't belong together: more than one sign is wrong."
                : "There is a wrong sign in " + String.join(" or ", groups) + ": look at it again.";
    }

    private static boolean isRightWithAnother(String signs, int at) {
        for (int i = 0; i < ALPHABET.length(); i++) {
            String tried = signs.substring(0, at) + ALPHABET.charAt(i) + signs.substring(at + 1);
            if (whole(tried).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static String check(LanlineId id) {
        byte[] hash = hash("SHA-256", OF_ONE.toArray(), id.key().toArray());
        int first20 = (hash[0] & 0xFF) << 12 | (hash[1] & 0xFF) << 4 | (hash[2] & 0xFF) >> 4;
        StringBuilder check = new StringBuilder(CHECK);
        for (int i = CHECK - 1; i >= 0; i--) {
            check.append(ALPHABET.charAt(first20 >> i * BITS & 0x1F));
        }
        return check.toString();
    }

    /** Of two people: 12 groups of five digits, a blank between them, the same whoever asks. */
    public static String between(LanlineId one, LanlineId other) {
        boolean isInOrder = one.text().compareTo(other.text()) <= 0;
        LanlineId smaller = isInOrder ? one : other;
        LanlineId larger = isInOrder ? other : one;
        byte[] hash = hash(
                "SHA-512",
                OF_TWO.toArray(),
                smaller.key().toArray(),
                larger.key().toArray());
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < DIGIT_GROUPS; i++) {
            digits.append(i == 0 ? "" : " ").append(digits(hash, i * BYTES_A_GROUP));
        }
        return digits.toString();
    }

    private static String digits(byte[] hash, int from) {
        long number = 0;
        for (int i = from; i < from + BYTES_A_GROUP; i++) {
            number = number << Byte.SIZE | hash[i] & 0xFF;
        }
        return String.format(Locale.ROOT, "%05d", number % ONE_GROUP);
    }

    private static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException noJava) {
            throw new IllegalStateException("every Java has " + algorithm, noJava);
        }
    }
}
