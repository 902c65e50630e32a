package lanline.core.secure.weak;

import java.util.Arrays;

/** How key material becomes as long as a key; what is longer is cut at the end. Zeros are the digit. */
enum Fill {
    BLANKS_RIGHT(' ', false),
    ZEROS_RIGHT('0', false),
    ZEROS_LEFT('0', true),
    /** For material that is always long enough. */
    CUT('\0', false);

    private final byte filler;
    private final boolean isLeft;

    Fill(char filler, boolean isLeft) {
        this.filler = (byte) filler;
        this.isLeft = isLeft;
    }

    byte[] to(int length, byte[] material) {
        byte[] key = new byte[length];
        Arrays.fill(key, filler);
        int taken = Math.min(length, material.length);
        System.arraycopy(material, 0, key, isLeft ? length - taken : 0, taken);
        return key;
    }
}
