package lanline.core.model;

/** The other side of a message as it was at that time: identity, the name it bore, its address, and how it spoke. */
public record Correspondent(PeerId id, Nickname name, HostAddress address, Speaks speaks) {}
