package lanline.edge.text;

import lanline.core.model.Nickname;
import lanline.core.model.PeerId;

/** Who runs this program, and which version of it. */
public record Self(Nickname name, PeerId id, String version) {}
