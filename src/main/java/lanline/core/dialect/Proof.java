package lanline.core.dialect;

/** What shows that an announcement is by whom it names. Either question takes a tenth of a millisecond or more, so the cheap ones come first. */
public interface Proof {
    /** True if its key is one that only its owner can sign with; to be asked once a key. */
    boolean hasSoundKey();

    /** True if that key has signed all that the announcement says. */
    boolean holds();
}
