package lanline.edge.system;

import lanline.core.text.SafeText;

/** What became of opening a home folder. The sentences name the folder and say what to do. */
public sealed interface HomeCheck {
    record Ready(HomeFolder home) implements HomeCheck {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.ready(home);
        }
    }

    /** Nothing can be written there, so the run goes on in memory; what is there already may be read. */
    record Unwritable(HomeFolder home, SafeText sentence) implements HomeCheck {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.unwritable(home, sentence);
        }
    }

    /** Others could read or replace what is kept there: the program must not start with it. */
    record Refused(SafeText sentence) implements HomeCheck {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.refused(sentence);
        }
    }

    /** One method a case. */
    interface Handler<R> {
        R ready(HomeFolder home);

        R unwritable(HomeFolder home, SafeText sentence);

        R refused(SafeText sentence);
    }

    <R> R deliverTo(Handler<R> handler);
}
