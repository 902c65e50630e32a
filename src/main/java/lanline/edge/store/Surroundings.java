package lanline.edge.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import lanline.core.port.TimeSource;

/** Where the history is, and what it asks of the system. {@code onNetwork} and {@code freeBytes} are asked on the store thread. */
record Surroundings(
        Path hostDirectory, TimeSource time, ZoneId zone, BooleanSupplier onNetwork, LongSupplier freeBytes) {
    /** Types of file systems, as the system names them, whose shared memory or locks don't reach all machines or are unreliable. */
    private static final Set<String> OF_NETWORKS = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "afs",
            "afpfs",
            "ceph",
            "glusterfs",
            "lustre",
            "ncpfs",
            "davfs",
            "webdav",
            "9p",
            "vboxsf",
            "virtiofs",
            "fuse.sshfs",
            "fuse.glusterfs",
            "fuse.rclone",
            "fuse.s3fs",
            "fuse.ceph",
            "fuse.vmhgfs-fuse",
            "prl_fs",
            "macfuse");

    static Surroundings of(Path hostDirectory, TimeSource time) {
        return new Surroundings(
                hostDirectory,
                time,
                ZoneId.systemDefault(),
                () -> isOnNetwork(hostDirectory),
                () -> freeBytes(hostDirectory));
    }

    Surroundings with(BooleanSupplier otherNetwork, LongSupplier otherFreeBytes) {
        return new Surroundings(hostDirectory, time, zone, otherNetwork, otherFreeBytes);
    }

    /** A file system that can't be asked is taken for a network's: that works everywhere, only slower. */
    private static boolean isOnNetwork(Path folder) {
        try {
            String type = Files.getFileStore(folder).type().toLowerCase(Locale.ROOT);
            return OF_NETWORKS.contains(type);
        } catch (IOException e) {
            return true;
        }
    }

    /** Where the system does not tell, there is space until a write fails. */
    private static long freeBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
