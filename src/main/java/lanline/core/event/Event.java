package lanline.core.event;

/** Something that happened. Every kind belongs to one family, and every kind has a listener (ArchitectureTest). */
public sealed interface Event permits NetworkEvent, UserCommand, StorageEvent, ChatEvent, Tick {}
