package lanline.e2e;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What no program should send, and somebody does. */
final class BadBytes {
    private static final int MOST_IN_A_DATAGRAM = 65_507;

    private BadBytes() {}

    static List<byte[]> datagrams() {
        List<byte[]> datagrams = new ArrayList<>(List.of(new byte[0], new byte[MOST_IN_A_DATAGRAM]));
        for (String text : List.of(
                "no JSON",
                "{",
                "null",
                "[]",
                "\"username\"",
                "17",
                "{}",
                "{\"username\": 17}",
                "{\"username\": null}",
                "{\"username\": {\"a\": []}}",
                "{\"username\": \"\"}",
                "{\"username\": \"   \"}",
                "{\"username\": \"\\u0000\\u001b[2J\"}",
                "{\"username\": \"" + "x".repeat(300) + "\"}",
                "{\"username\": \"a\", \"username\": \"b\"}",
                "{\"username\": \"liar\", \"ip\": \"10.88.0.1\", \"ip_address\": \"192.0.2.1\"}",
                "[".repeat(1_000) + "]".repeat(1_000),
                "{\"username\":".repeat(1_000) + "1" + "}".repeat(1_000),
                "{\"username\": \"x\", \"ll\": 7}",
                "{\"username\": \"x\", \"ll\": {\"v\": 99999999999999999999, \"id\": \"zz\", \"port\": -1}}",
                "{\"username\": \"x\"} {\"username\": \"y\"}")) {
            datagrams.add(text.getBytes(StandardCharsets.UTF_8));
        }
        datagrams.add(wrongUtf8("{\"username\": \"", "\"}"));
        return datagrams;
    }

    static List<byte[]> streams() {
        List<byte[]> streams =
                new ArrayList<>(List.of(new byte[0], new byte[] {0}, new byte[] {(byte) 0xF5, 'L', 'L', '1'}));
        for (String text : List.of(
                "{\"unencrypted_message\": \"half",
                "{\"unencrypted_message\": 17}",
                "{\"unencrypted_message\": null}",
                "{\"unencrypted_message\": [1, {\"a\": {}}]}",
                "{\"unencrypted_message\": \"\"}",
                "{\"key\": {\"g\": 1}}",
                "{\"encrypted_message\": 5, \"key\": \"b'8'\"}",
                "{\"message\": \"\u001b[2J\u009b31m\"}",
                "{\"a\":".repeat(1_000),
                "[".repeat(1_000),
                "}}}}{{{{",
                "\"\\ud800\"",
                "{\"unencrypted_message\": \"\\ud800\"}",
                "{\"unencrypted_message\": \"a\", \"unencrypted_message\": \"b\"}",
                "GET / HTTP/1.1\r\nHost: ece\r\n\r\n")) {
            streams.add(text.getBytes(StandardCharsets.UTF_8));
        }
        streams.add(wrongUtf8("{\"unencrypted_message\": \"", "\"}"));
        streams.add(wrongUtf8("", ""));
        return streams;
    }

    private static byte[] wrongUtf8(String before, String after) {
        return (before + "\u00c3\u0028\u00a0\u00ff\u00fe\u00ed\u00a0\u0080" + after)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
