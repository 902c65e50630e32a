package lanline.core.model;

/** Which way a message went. */
public enum Direction {
    SENT,
    RECEIVED
}
