package lanline.core.command;

import java.util.Arrays;
import java.util.List;
import lanline.core.model.Tag;

/** What follows a command's name, stripped, and what is needed to understand it. */
record Arguments(String text, Names names, Tag tag) {
    /** A name of 32 characters has no more words. */
    private static final int WORDS_OF_A_NAME = 16;

    /** A first argument, and what follows it. */
    record Split(String first, String rest) {}

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The whole text as one argument, without the quotes that it may stand in. */
    String whole() {
        Split split = quoted();
        return split.rest().isEmpty() && !split.first().isEmpty() ? split.first() : text;
    }

    /** A name in quotes, or the longest known one, or else a word; and the rest. */
    Split name() {
        Split quoted = quoted();
        if (!quoted.first().isEmpty()) {
            return quoted;
        }
        List<String> words = Arrays.asList(text.split("\\s+", WORDS_OF_A_NAME + 1));
        int count = Math.max(1, names.wordsOfName(words));
        return afterWords(count);
    }

    /** A word or something in quotes, and the rest. */
    Split word() {
        Split quoted = quoted();
        return quoted.first().isEmpty() ? afterWords(1) : quoted;
    }

    private Split afterWords(int count) {
        String[] words = text.split("\\s+", count + 1);
        String rest = words.length > count ? words[count] : "";
        String first = String.join(" ", Arrays.copyOf(words, Math.min(count, words.length)));
        return new Split(first, rest.strip());
    }

    /** Both parts are empty where the text does not begin with something in quotes. */
    private Split quoted() {
        int end = text.startsWith("\"") ? text.indexOf('"', 1) : -1;
        boolean ends = end > 1 && (end + 1 == text.length() || Character.isWhitespace(text.charAt(end + 1)));
        return ends ? new Split(text.substring(1, end), text.substring(end + 1).strip()) : new Split("", "");
    }
}
