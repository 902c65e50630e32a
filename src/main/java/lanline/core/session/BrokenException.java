package lanline.core.session;

import lanline.core.secure.noise.Reading;

/** The other side sent what can't be accepted. The message is a sentence for the log, with nothing in it of what was sent but numbers. */
final class BrokenException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }

    /** What was read, if Noise accepts it. */
    static <T> T ifRefused(Reading<T> reading) throws BrokenException {
        return reading.deliverTo(new Reading.Handler<T, Outcome<T>>() {
                    @Override
                    public Outcome<T> accepted(T content) {
                        return () -> content;
                    }

                    @Override
                    public Outcome<T> refused(String why) {
                        return () -> {
                            throw new BrokenException(why);
                        };
                    }
                })
                .content();
    }

    private interface Outcome<T> {
        T content() throws BrokenException;
    }
}
