package lanline.core.model;

/** A step in comparing words between two people ({@code core.trust.Comparison} draws them). */
public enum ComparisonStep {
    COMMIT,
    ANSWER,
    REVEAL,
    SAME,
    STOP
}
