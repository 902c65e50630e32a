package lanline.core.text;

import java.util.Arrays;

/**
 * What Unicode 16.0 says of a code point, as far as cutting and measuring need it: the grapheme break class (UAX 29),
 * the columns (UAX 11, general category, emoji presentation) and whether it is an emoji.
 *
 * <p>Made from the Unicode 16.0 character database (as in ICU 77). {@link #RANGES} holds, for each range of code points
 * that is not plain and narrow, three numbers: gap after the range before, length less one, and the
 * packed properties. A number is written in base 28, lowest digit first; a digit d is the character 35 + d when it is
 * the last one, 63 + d otherwise.
 */
final class CodePoints {

    static final int OTHER = 0;
    static final int CONTROL = 1;
    static final int EXTEND = 2;
    static final int ZWJ = 3;
    static final int REGIONAL_INDICATOR = 4;
    static final int PREPEND = 5;
    static final int SPACING_MARK = 6;
    static final int HANGUL_L = 7;
    static final int HANGUL_V = 8;
    static final int HANGUL_T = 9;
    static final int PICTOGRAPHIC = 10;
    static final int HANGUL_LV = 11;
    static final int HANGUL_LVT = 12;

    static final int NARROW = 1;
    static final int WIDE = 2;
    static final int AMBIGUOUS = 3;

    private static final int PLAIN = NARROW << 4;
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int SYLLABLES_A_VOWEL = 28;

    private static final String RANGES = ""
            + "#B$$&#W%)#W%(,W%L%C$$$#S$%#S$%$S$##E&##S$%#$##I'$'S$$'S$$&S$)#S$,#S$)$S$(&S$'#S$$%S$$$S$%#S$$$S$&&S$"
            + "$#S$$#S$%#S$2#S$$#S$*#S$-$S$&#S$(%S$'#S$)&S$$#S$&&S$$#S$'$S$5$S$&#S$M&#S$$#S$$#S$$#S$$#S$$#S$$#S$$#S"
            + "$C'#S$2#S$M&#S$%#S$$%S$$#S$%#S$*&S$$#S$$#S$C$Z&%D$3S$$)S$*3S$$)S$Z$#S$1F%S$$#S$T$)%J,O$%$#%$$%$$%$#%"
            + "?%(8--%$#$Q$7%3#%P&)%##8$(%%$%$&%D$#8$#%A$=%F&-%A%+%,#%;&%$+%$%%$'%N$%%W$$8(+%M$:%##8#B$%##9Y$#%##9#"
            + "#%$%9#*%#&9##%#$9$)%-$%@$#%#$9?%#%$#5#$9#&%%$9%$9##%,#5-$%=#%%$%##9?%#%$%9#$%'$%%%%&#%A$$%&#%.$%##9?"
            + "%#%$%9#'%$$%##9$$9##%7$%9(%$#%#$9?%#%$#5##%##9#&%%$9%$9##%*$%##5-$%A$#%B%#5##9##%#$9&%9$%9##%,#5K$#%"
            + "#%9##%Z$#%$%%#&9$%%$&%*$%.$%@$#%#$9?%#%$#9##%##5##9##5#$9$#%#$5$$5#$%*$5.$%2#9/$%#$9Z$$%$#5#$9#&%$%9"
            + "$%9##%##8+#5-$%@$#%#$9M%#%'#5#$9#%%$#%$)9##55$9D%#%$#9#)%/*%M&#%$#9#+%.)%P%$%>#%$#%$#%'$9T$0%##9#'%$"
            + "$%(-%$F$%,#%Q&&%##9#(%$$%#$9#$%:$9#$%'%%3&%0#%$#9#$%)#%2#%M&J&J$#N%+#B&,L/%%UD$%%##5?$$%##5@$$%A$$%G"
            + "%$%##9#)%#*9##%#$9#-%,#%P$%%##$##%D'$%E$#%E'%%#&9#$%#%9'$9##%#(9#%%V*$%#$9##%@%#9##%##9#)%$#%$#%%*%#"
            + "(9#,%%#%S$A$%T$&%##9R$#%##5#'%##5##%##5#&9##%#$5I$+%/$%##9A$#9#&%#$9#$%##5#%%?%#%##9#$%#%9##%##9#%%#"
            + "$5S$*9#*%#$9#$%K(%%$/%##9#)%'#%)#%%#9#$%A*F%%R5#$##%##&#$$##S$%&S$$$S$%$S$%%S$$&S$#)$$#S$$$S$$#S$(#S"
            + "$##E&$#S$-#E&92$'#S$-#S$$&S$J$#S$F$C$%5#S$$#S$&#S$,#S$%#S$-#S$##I'&#S$'#S$0#E&<$S$)&S$$.S$',S$2#S$)&"
            + "S$#(I'2$E&0$S$;#S$$#S$5#S$;#S$$$S$&$S$%#S$&#S$$#S$&#S$'#S$%&S$%#S$$#S$$(S$$#S$(&S$'$S$-#S$&#S$(#S$0$"
            + "S$%&S$%$S$%$S$5$S$%$S$0#S$&#S$.#S$<#S$Y%#S$*$U&/#E&#$C$H&#=M%#E&<&U&#%E&##U&#$E&##U&'%E&P&L&S$##I'#I"
            + "$S$$K&S$'F$S$/2S$%&S$-$S$$)S$#$E&)$S$%#I'##S$'$S$%#I'##S$'%S$%#S$%&S$3&S$,#S$.$E&#$U&$'E&##A%##S$#$="
            + "##A%#&=##I'##A%##=##E&##=$$U&#$=##E&#%=##A%##E&##A%##=##E&##=#$E&#$=##E&#%=##E&#%=#$E&#*M$#%E&#'=##I"
            + "'##=##I'#'=#.U&#-=##E&##I'##A%##=##I'##A%##I'##E&##A%##I'#$A%##=#$A%##=##A%#-=##E&#$=##E&##U&#(='(C$"
            + "#$=##E&##U&#&E&##=##E&##=#$E&##=#$A%##E&##U&#'=##E&#$=#$U&#&=#$E&#-=#$U&##A%#&=#$U&#$A%##I'#'A%##U&#"
            + "#I'##A%##I'##A%##I'##U&#/A%##=##A%#&=##A%##I'##U&#'A%#$I'#$U&##I'##U&##A%#%I'##U&#$A%##U&#$A%#$=##E&"
            + "#$=##U&%$E&#$U&#$E&##=##E&#$=##E&$#E&$#E&)#E&&#E&)#U&-$E&+#S$)#E&%#E&'#U&$#U&'%U&$#U&.$E&#%=1,S$8%U&"
            + ",#E&1#U&1#U&G0$E&N3%E&6$U&V$#U&'#U&#&S$L1%%@(#%K&B$%O'<C$$C&C$/P*C$=@%C$#&%#$E$##U&#.C$##U&##C$%@&C$"
            + "%$%#O&C$(M$C$$H&C$$@&C$,R$C$$J$C$#*S$#M%C$##U&##C$##U&#UDH$C$&Y$C$C2&%$,%C$$%W%$%S,#%&#%'#%:$9#$%##9"
            + "'#%Z%$9U$29#$%=4%0#%I$*%<-%##9##5/?$J$&%%##9R$#%#$9#&%#$9#$%#$9##5G$#%J%(%#$9#$%#$9#$%/#%+#%##9Q$#%V"
            + "$#%$%%%$%($%$#%L$#9#$%#$9(#9##%K+$9##%#$9##%#$9$#9##%5ZE1C$/9+'S$,GP%NC+S$#F5C$A$#%H=2%#,C$)2%#E$C$$"
            + "5C$$&C$F(#$$J&C$D%$5G%)C$,.$$#S$F5#%A+#%H('%QB%%%$$%(&%K$%%'#%X($%L7&%H%'%H.$%V%&%M%-%T$&%I'#9##%##9"
            + "X$1%L$#%%$%-%%##9P$%9#&%#$9#$%%#8'#%-#8U$%%G$'%##9#*%3$9O$#%/$%##9S$%9#+%##9##5$$8(&%$#9##%G&%9#%%#$"
            + "9##%##5#$%)#%%#%P(#%#%9#*%8$%#$9Z$$%$#5##9##%#&9%$9%$9##5,#5-$9%)%&'%J%#5#$9#(%$#5%#5$%5##9$$9##%##5"
            + "##%##8##%1$%Y%%9#*%#$9#%%##9##%:#%X%#5#$9#(%##9##%#$9##5##9#$%##9#$%J+#5#$9#&%%&9#$%##9#$%>$%Y%%9#*%"
            + "#$9##%##9#$%U&#%##9##%#$9#(%##5##%P&#%##9##%%&%##9#'%C,%9#+%##9#$%T+#5#'9$$9%$%##5##%##8##9##8##9##%"
            + "@(%9#&%%$%#&9##%&#9?$,%K$(%##9##8#&%+#%,(%#$9#%%K$(8#/%##9#$%L1#9#)%$(%##9##%Y%8%$#9#)%##9#$%##9#$%I"
            + "'(%&#%$$%$)%##8##%I%'9$$%$$9##%##9##%J/$%#$9,$%##8##9S$$9#'%&$9##%##5##%:#%LU)2$##%)1%KP1.%#%9#%%CD&"
            + "'%B%)%W6#+&&+G4#%$Y$9*&%T%&C$##%.$E$1BV*C$+DO$C$L$,C$BJ.&C$$)C$$$C$$I-C$2#C$@$%C$%#C$1&C$+B1C$@C&$%$"
            + "&$WZ(P$%%9%I6$5#%%&(5#*$#*%%)%A$&%G(%%R)A&C$,9C$TB%Y$%'T$%+#%1#%9'%$1%OS$)%$3%%)%$$%$'%O&#%S()%J0#%D"
            + "%&%C5&%A,$%G=)%X&)%HD%&=##U&#D*=##U&#R$=#-S$%%=#@$S$$#=#@%S$%&=#$I'#.S$#$I'#0S$##U&#$S$#,U&#4S$#?%=#"
            + "<O&##C$#$U&#/=#,C$##U&#6C$##U&#$C$#+U&##C$#&=#+C$#)=#$U&#0=#(M$#L(=#C$U&##E&#$=#+E&#+U&##E&#L%U&##E&"
            + "#8U&#$=#$E&##=#%E&#$=#$E&#M$U&#&E&#'U&#.E&#3U&#$=##E&##U&##E&##=##E&#%U&#'M&#E%U&##E&##U&##E&#Q)U&##"
            + "E&##=#E%U&+%=#$E&#&U&##=#:U&#)=#$E&#$=#)E&##U&#.=##E&#$=#&E&#$=##E&#&=#$U&#/=##U&##E&#$=##E&#*=#$E&#"
            + "+=##E&#'=#%E&#.=#%E&#*=#%E&#$=##E&##=##E&#&=##E&#(=##E&#%=##E&#(=##E&#?&U&S$L%U&#'=##E&##U&#%E&#%U&#"
            + "$=#%U&#&=#&U&#(E&#%=##E&##=#$U&#%=##E&#$=##E&#+U&#%=C'.=@&-=#.U&#&=##U&#1=/&=?%*=-(=K$*=A$X%=/Q$U&$,"
            + "U&$O)U&#Z&=#/U&#%=#,U&#'=#Z$U&#)=#1U&#$=#-U&#(=#+U&#)=C,LG$=%LOZ%C$%LOZ%C$UXV@$B$$#J&%#N'$#N+%#NO'$G"
            + "IU%LOZ%S$%LOZ%S$";

    private static final int[] STARTS;
    private static final int[] ENDS;
    private static final byte[] PROPERTIES;

    static {
        int[] numbers = unpack();
        int count = numbers.length / 3;
        STARTS = new int[count];
        ENDS = new int[count];
        PROPERTIES = new byte[count];
        int next = 0;
        for (int i = 0; i < count; i++) {
            STARTS[i] = next + numbers[3 * i];
            ENDS[i] = STARTS[i] + numbers[3 * i + 1];
            next = ENDS[i] + 1;
            PROPERTIES[i] = (byte) numbers[3 * i + 2];
        }
    }

    private CodePoints() {}

    /** One of the break classes above. */
    static int breakClass(int codePoint) {
        if (codePoint >= FIRST_SYLLABLE && codePoint <= LAST_SYLLABLE) {
            return (codePoint - FIRST_SYLLABLE) % SYLLABLES_A_VOWEL == 0 ? HANGUL_LV : HANGUL_LVT;
        }
        return properties(codePoint) & 15;
    }

    /** 0, {@link #NARROW}, {@link #WIDE} or {@link #AMBIGUOUS}. */
    static int width(int codePoint) {
        return (properties(codePoint) >> 4) & 3;
    }

    /** Whether U+FE0F after it asks for the coloured, two columns wide picture. */
    static boolean isEmoji(int codePoint) {
        return (properties(codePoint) & 64) != 0;
    }

    private static int properties(int codePoint) {
        int low = 0;
        int high = STARTS.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (codePoint < STARTS[middle]) {
                high = middle - 1;
            } else if (codePoint > ENDS[middle]) {
                low = middle + 1;
            } else {
                return PROPERTIES[middle];
            }
        }
        return PLAIN;
    }

    private static int[] unpack() {
        int[] numbers = new int[RANGES.length()];
        int count = 0;
        int value = 0;
        int unit = 1;
        for (int i = 0; i < RANGES.length(); i++) {
            int digit = RANGES.charAt(i) - 35;
            value += digit % 28 * unit;
            unit *= 28;
            if (digit < 28) {
                numbers[count++] = value;
                value = 0;
                unit = 1;
            }
        }
        return Arrays.copyOf(numbers, count);
    }
}
