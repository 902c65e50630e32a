package lanline.app;

import java.util.Optional;

/** The version that was built; from the jar's manifest. */
final class Version {
    private Version() {}

    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("unbuilt");
    }
}
