package lanline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Two hosts on one cable: network namespaces with the ends of a veth pair, which nothing leaves. Needs root and iproute2. */
final class Lan implements AutoCloseable {
    private static final String NET = "10.77.0.";

    private final String name = "lanbench-" + ProcessHandle.current().pid();

    /** {@code prefix}: the network's, 24 or 16. */
    Lan(int prefix) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        try {
            ip("netns", "add", space(1));
            ip("netns", "add", space(2));
            ip("-n", space(1), "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", space(2));
            for (int host = 1; host <= 2; host++) {
                ip("-n", space(host), "addr", "add", address(host) + "/" + prefix, "broadcast", "+", "dev", "eth0");
                ip("-n", space(host), "link", "set", "lo", "up");
                ip("-n", space(host), "link", "set", "eth0", "up");
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Host 2 may also speak from every address of {@code network}: it stands for that many machines. */
    void manyAddresses(String network) throws IOException, InterruptedException {
        ip("-n", space(2), "route", "add", "local", network, "dev", "lo");
    }

    String address(int host) {
        return NET + host;
    }

    /** The command that runs {@code command} on a host. */
    List<String> on(int host, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", space(host)));
        whole.addAll(command);
        return whole;
    }

    private String space(int host) {
        return name + "-" + host;
    }

    @Override
    public void close() {
        for (int host = 1; host <= 2; host++) {
            for (String pid :
                    Commands.output("ip", "netns", "pids", space(host)).lines().toList()) {
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
            }
            Commands.output("ip", "netns", "delete", space(host));
        }
    }

    private static void ip(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        Commands.run(command);
    }
}
