package lanline.edge.store;

/** The database was written by a later version of Lanline, whose tables this one does not know. */
final class NewerVersionException extends Exception {
    private static final long serialVersionUID = 1;

    NewerVersionException(long version) {
        super("schema version " + version);
    }
}
