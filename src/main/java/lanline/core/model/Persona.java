package lanline.core.model;

import java.util.Optional;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * Whom a peer claims to be, and what is to be thought of that.
 *
 * @param isSuspect it bears the name, or one that looks like the name, of somebody verified; or, without encryption, comes from where
 *     somebody speaks with it: to be drawn with its id and NOT VERIFIED
 * @param account its account on this machine, where it runs here and the system tells
 */
public record Persona(Nickname name, Trust trust, boolean isSuspect, Optional<SafeText> account) {
    /** Somebody of whom no more is known than a name. */
    public static Persona named(Nickname name) {
        return new Persona(name, Trust.NONE, false, Optional.empty());
    }

    public Persona withName(Nickname changed) {
        return new Persona(changed, trust, isSuspect, account);
    }

    public Persona withTrust(Trust changed, boolean suspect) {
        return new Persona(name, changed, suspect, account);
    }

    public Persona withAccount(SafeText proven) {
        return new Persona(name, trust, isSuspect, Optional.of(proven));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Persona that
                && trust == that.trust
                && isSuspect == that.isSuspect
                && name.equals(that.name)
                && account.equals(that.account);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + trust.hashCode()) + account.hashCode();
    }
}
