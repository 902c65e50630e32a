package lanline.edge.terminal.tty;

import com.googlecode.lanterna.input.KeyType;
import java.util.List;
import java.util.Optional;

/** Which key a control character or escape sequence is: xterm's ctlseqs, rxvt, the Linux console, tmux. Pure. */
final class KeyNames {
    private static final int SHIFT = 1;
    private static final int ALT = 2;
    private static final int CTRL = 4;
    private static final int META = 8;

    /** The longest number that a parameter may have; a larger one is no key. */
    private static final int DIGITS = 7;

    /** From parameter 11 on; the VT220 left gaps between its groups of keys. */
    private static final List<KeyType> FUNCTION_KEYS = List.of(
            KeyType.F1,
            KeyType.F2,
            KeyType.F3,
            KeyType.F4,
            KeyType.F5,
            KeyType.Unknown,
            KeyType.F6,
            KeyType.F7,
            KeyType.F8,
            KeyType.F9,
            KeyType.F10,
            KeyType.Unknown,
            KeyType.F11,
            KeyType.F12,
            KeyType.F13,
            KeyType.F14,
            KeyType.Unknown,
            KeyType.F15,
            KeyType.F16,
            KeyType.Unknown,
            KeyType.F17,
            KeyType.F18,
            KeyType.F19);

    private KeyNames() {}

    static Key plain(KeyType key) {
        return key(key, 0);
    }

    /** A C0 character or DEL, possibly after an ESC for Alt. Both codes of the backspace key are Backspace. */
    static Key control(int code, boolean alt) {
        int modifiers = alt ? ALT : 0;
        return switch (code) {
            case 0x08, 0x7F -> key(KeyType.Backspace, modifiers);
            case 0x09 -> key(KeyType.Tab, modifiers);
            case 0x0D -> key(KeyType.Enter, modifiers);
            case 0x1B -> key(KeyType.Escape, modifiers);
            case 0x00 -> new Key.Chord(" ", true, alt);
            default -> new Key.Chord(String.valueOf((char) (code < 0x1B ? 'a' + code - 1 : code + 0x40)), true, alt);
        };
    }

    /** What follows SS3; nothing for what is no key. */
    static Optional<Key> singleShift(String modifier, char last, boolean alt) {
        int modifiers = modifiers(modifier) | (alt ? ALT : 0);
        Optional<KeyType> named = letter(last);
        if (named.isPresent()) {
            return named.map(type -> key(type, modifiers));
        }
        Optional<KeyType> rxvt = smallLetter(last);
        if (rxvt.isPresent()) {
            return rxvt.map(type -> key(type, modifiers | CTRL));
        }
        if (last == 'M') {
            return Optional.of(key(KeyType.Enter, modifiers));
        }
        boolean keypad = last >= 'j' && last <= 'y';
        return keypad ? Optional.of(new Key.Typed(String.valueOf((char) (last - 0x40)))) : Optional.empty();
    }

    /** What follows CSI; nothing for answers of the terminal and for what is no key. */
    static Optional<Key> sequence(String parameters, char last, boolean alt) {
        int modifiers = alt ? ALT : 0;
        if (parameters.startsWith("<")) {
            return MouseReport.parse(parameters.substring(1), last);
        }
        if (parameters.startsWith("[")) {
            return last >= 'A' && last <= 'E' ? Optional.of(key(functionKey(last), modifiers)) : Optional.empty();
        }
        String[] fields = parameters.split(";", -1);
        return switch (last) {
            case '~', '$', '^', '@' -> numbered(fields, last, modifiers);
            case 'u' -> character(number(fields, 0), modifiers | modifiers(field(fields, 1)));
            case 'I', 'O' -> parameters.isEmpty() ? Optional.of(new Key.Focus(last == 'I')) : Optional.empty();
            default -> lettered(fields, last, modifiers);
        };
    }

    /** rxvt ends a key with Shift in a dollar sign, which is an intermediate byte elsewhere. */
    static boolean isRxvtShift(String parameters) {
        return numbered(number(new String[] {parameters}, 0)).isPresent();
    }

    private static KeyType functionKey(char letter) {
        KeyType[] first = {KeyType.F1, KeyType.F2, KeyType.F3, KeyType.F4, KeyType.F5};
        return first[letter - 'A'];
    }

    private static Optional<Key> lettered(String[] fields, char last, int modifiers) {
        Optional<KeyType> rxvt = smallLetter(last).filter(type -> fields[0].isEmpty());
        if (rxvt.isPresent()) {
            return rxvt.map(type -> key(type, modifiers | SHIFT));
        }
        boolean plain = fields.length == 1 && fields[0].isEmpty();
        boolean modified = fields.length == 2 && fields[0].equals("1") && modifiers(fields[1]) != 0;
        return letter(last)
                .filter(type -> plain || modified)
                .map(type -> key(type, modifiers | modifiers(field(fields, 1))));
    }

    private static Optional<Key> numbered(String[] fields, char last, int modifiers) {
        int number = number(fields, 0);
        if (number == 27 && fields.length == 3) {
            return character(number(fields, 2), modifiers | modifiers(fields[1]));
        }
        int rxvt = last == '$' ? SHIFT : last == '^' ? CTRL : last == '@' ? CTRL | SHIFT : 0;
        return numbered(number).map(type -> key(type, modifiers | rxvt | modifiers(field(fields, 1))));
    }

    /** A key told as its code point, by kitty's protocol or xterm's modifyOtherKeys. */
    private static Optional<Key> character(int codePoint, int modifiers) {
        boolean control = codePoint == 8 || codePoint == 127 || codePoint == 9 || codePoint == 13 || codePoint == 27;
        if (control) {
            boolean backwards = codePoint == 9 && (modifiers & SHIFT) != 0;
            KeyType type = ((Key.Special) control(codePoint, false)).key();
            return Optional.of(key(backwards ? KeyType.ReverseTab : type, modifiers));
        }
        if (!isText(codePoint)) {
            return Optional.empty();
        }
        boolean ctrl = (modifiers & CTRL) != 0;
        boolean alt = (modifiers & (ALT | META)) != 0;
        String text = Character.toString(ctrl ? Character.toLowerCase(codePoint) : codePoint);
        return Optional.of(ctrl || alt ? new Key.Chord(text, ctrl, alt) : new Key.Typed(text));
    }

    /** Kitty numbers keys without a character in the private use area. */
    private static boolean isText(int codePoint) {
        return Character.isValidCodePoint(codePoint)
                && switch (Character.getType(codePoint)) {
                    case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
                    default -> true;
                };
    }

    private static Optional<KeyType> letter(char last) {
        return Optional.ofNullable(
                switch (last) {
                    case 'A' -> KeyType.ArrowUp;
                    case 'B' -> KeyType.ArrowDown;
                    case 'C' -> KeyType.ArrowRight;
                    case 'D' -> KeyType.ArrowLeft;
                    case 'F' -> KeyType.End;
                    case 'H' -> KeyType.Home;
                    case 'P' -> KeyType.F1;
                    case 'Q' -> KeyType.F2;
                    case 'R' -> KeyType.F3;
                    case 'S' -> KeyType.F4;
                    case 'Z' -> KeyType.ReverseTab;
                    default -> null;
                });
    }

    /** rxvt's arrows: small letters with Shift after CSI, with Ctrl after SS3. */
    private static Optional<KeyType> smallLetter(char last) {
        return last >= 'a' && last <= 'd' ? letter(Character.toUpperCase(last)) : Optional.empty();
    }

    private static Optional<KeyType> numbered(int number) {
        return Optional.ofNullable(
                        switch (number) {
                            case 1, 7 -> KeyType.Home;
                            case 2 -> KeyType.Insert;
                            case 3 -> KeyType.Delete;
                            case 4, 8 -> KeyType.End;
                            case 5 -> KeyType.PageUp;
                            case 6 -> KeyType.PageDown;
                            default -> number >= 11 && number <= 33 ? FUNCTION_KEYS.get(number - 11) : null;
                        })
                .filter(type -> type != KeyType.Unknown);
    }

    private static Key key(KeyType type, int modifiers) {
        boolean shift = (modifiers & SHIFT) != 0 && type != KeyType.ReverseTab;
        return new Key.Special(type, (modifiers & CTRL) != 0, (modifiers & (ALT | META)) != 0, shift);
    }

    /** xterm counts modifiers from 1. */
    private static int modifiers(String parameter) {
        int number = number(new String[] {parameter}, 0);
        return number >= 2 && number <= 16 ? number - 1 : 0;
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index] : "";
    }

    /** -1 for what is no number; sub-parameters after a colon don't count. */
    private static int number(String[] fields, int index) {
        String digits = field(fields, index).split(":", 2)[0];
        boolean number =
                !digits.isEmpty() && digits.length() <= DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : -1;
    }
}
