package lanline.core.model;

/** One TCP connection during this run, dialled or accepted. Given out by the network, never used twice. */
public record LinkId(long number) {}
