package lanline.core.dialect.own;

import java.util.Base64;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.secure.Signatures;

/** A signature as text: base64url without padding (RFC 4648 section 5). */
final class SignatureText {
    private SignatureText() {}

    static String of(Bytes signature) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.toArray());
    }

    /** Empty for anything that is not the text of as many bytes as a signature has. */
    static Optional<Bytes> parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == Signatures.LENGTH ? Optional.of(Bytes.copyOf(bytes)) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
