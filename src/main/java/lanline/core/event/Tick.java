package lanline.core.event;

/** Time has passed: about once a second, and when something asked to be woken. The time itself comes from the TimeSource. */
public record Tick() implements Event {}
