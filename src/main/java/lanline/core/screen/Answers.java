package lanline.core.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.InterfaceReport;
import lanline.core.event.ChatEvent.NetworkReported;
import lanline.core.event.ChatEvent.PeerDescribed;
import lanline.core.event.ChatEvent.QueueListed;
import lanline.core.event.ChatEvent.QueueListed.Waiting;
import lanline.core.event.ChatEvent.UsersListed;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.LanlineId;
import lanline.core.model.Peer;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Trust;
import lanline.core.secure.Fingerprint;
import lanline.core.text.SafeText;

/** What the program answers, in sentences that stand for themselves: the same on the screen and in {@code --plain}. */
public final class Answers {
    /** Messages that wait in one answer; one who wants to see the others takes these back, or waits. */
    private static final int MOST_LISTED = 50;

    /** Characters of a message by which one knows which it is. */
    private static final int FIRST_WORDS = 40;

    private Answers() {}

    public static List<SafeText> of(UsersListed answer) {
        if (answer.peers().isEmpty()) {
            return List.of(SafeText.line("nobody else was heard yet; /net tells what was sent and heard"));
        }
        return answer.peers().stream().map(Answers::inOneLine).toList();
    }

    public static List<SafeText> of(PeerDescribed answer) {
        Peer peer = answer.peer();
        List<SafeText> lines = new ArrayList<>();
        lines.add(inOneLine(peer));
        lines.add(SafeText.line("heard " + ago(answer.secondsSinceHeard())));
        for (Route route : peer.routes()) {
            lines.add(SafeText.line("reached at " + route.best()));
        }
        lines.add(SafeText.line("speaks " + speech(peer)));
        trust(peer).forEach(line -> lines.add(SafeText.line(line)));
        lines.add(SafeText.line(security(peer, answer.chosen())));
        return lines;
    }

    /** What waits, a line each, with the number by which it can be taken back. */
    public static List<SafeText> of(QueueListed answer) {
        List<Waiting> all = answer.waiting();
        if (all.isEmpty()) {
            return List.of(SafeText.line("nothing waits: all that was written has gone out"));
        }
        List<SafeText> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(all.size(), MOST_LISTED); i++) {
            lines.add(waiting(i + 1, all.get(i)));
        }
        String more = all.size() > MOST_LISTED ? (all.size() - MOST_LISTED) + " more wait behind these; " : "";
        lines.add(SafeText.line(more + "/queue drop N takes one back, /queue drop all takes back all"));
        return lines;
    }

    private static SafeText waiting(int number, Waiting waiting) {
        ChatMessage message = waiting.message();
        String text = message.text().oneLine().value();
        boolean isLong = text.codePointCount(0, text.length()) > FIRST_WORDS;
        String words = isLong ? text.substring(0, text.offsetByCodePoints(0, FIRST_WORDS)) + "…" : text;
        String state = message.delivery().state() == Delivery.State.SENT ? "sent, not confirmed yet" : "waiting";
        String why = message.delivery().reason().isBlank()
                ? ""
                : ": " + message.delivery().reason();
        return SafeText.line(number + "  to " + message.with().name() + ", written " + ago(waiting.seconds()) + ": "
                + words + " (" + state + why + ")");
    }

    public static List<SafeText> of(NetworkReported answer) {
        List<SafeText> lines = new ArrayList<>();
        answer.interfaces().forEach(report -> lines.add(ofInterface(report)));
        lines.addAll(answer.advice());
        return lines;
    }

    static SafeText of(HistoryExported event) {
        String count = event.messages() == 1 ? "1 message" : event.messages() + " messages";
        return SafeText.line(count + " written to " + event.file());
    }

    private static SafeText ofInterface(InterfaceReport report) {
        String problem = report.problem().isBlank() ? "" : "; " + report.problem();
        return SafeText.line(report.on().name() + " (" + report.on().address() + "/"
                + report.on().prefixLength() + "), UDP " + report.port() + ": "
                + report.sent() + " sent" + last(report.secondsSinceSent()) + ", "
                + report.heard() + " heard" + last(report.secondsSinceHeard()) + problem);
    }

    private static String last(long seconds) {
        return seconds < 0 ? "" : " (last " + ago(seconds) + ")";
    }

    /** {@code ali is online (10.0.0.2), speaks an older program's protocol}. */
    public static SafeText inOneLine(Peer peer) {
        String older = peer.speaks() == Speaks.LANLINE ? "" : ", older program";
        String doubt = doubt(peer).isEmpty() ? "" : ", " + doubt(peer);
        return SafeText.line(
                peer.name() + " is " + peer.presence().word() + " (" + peer.address() + older + doubt + ")");
    }

    /** What stands beside the name of somebody who may be somebody else; empty for everybody else. */
    public static String doubt(Peer peer) {
        String hint =
                LanlineId.parse(peer.id().text()).map(id -> id.hint() + " ").orElse("");
        if (peer.trust() == Trust.CHANGED) {
            return hint + "KEY CHANGED";
        }
        return peer.persona().isSuspect() ? hint + "NOT VERIFIED" : "";
    }

    /** How safe what is written to {@code peer} is, in the words that stand in the title; {@code chosen}: what the person wants used. */
    public static String security(Peer peer, Security chosen) {
        if (peer.speaks() == Speaks.LANLINE) {
            return encryption(peer);
        }
        String who = peer.persona().isSuspect() ? "older program, NOT VERIFIED" : "older program";
        return chosen == Security.WEAK ? who + ", WEAK old encryption: NOT PRIVATE" : who + ": NOT PRIVATE";
    }

    private static String encryption(Peer peer) {
        boolean isHindered = peer.trust() == Trust.CHANGED || peer.trust() == Trust.BLOCKED;
        if (peer.presence() == Presence.ANNOUNCED && !isHindered) {
            return "connecting";
        }
        return encryption(peer.trust(), peer.persona().isSuspect() ? "NOT VERIFIED" : "not yet verified");
    }

    private static String encryption(Trust trust, String unverified) {
        return switch (trust) {
            case CHANGED -> "KEY CHANGED: nothing is sent";
            case BLOCKED -> "blocked: nothing is sent";
            case VERIFIED -> "encrypted, verified";
            case NONE, NEW, KNOWN -> "encrypted, " + unverified;
        };
    }

    /** The same for somebody who is not here, of whom one thinks {@code trust}. */
    public static String security(Speaks speaks, Trust trust) {
        return speaks == Speaks.LANLINE ? encryption(trust, "not yet verified") : "older program: NOT PRIVATE";
    }

    /** What is known of who somebody is, a sentence each: the key, what it is worth, and the account where the system proves it. */
    public static List<String> trust(Peer peer) {
        List<String> lines = new ArrayList<>();
        Optional<LanlineId> key = LanlineId.parse(peer.id().text());
        lines.add(key.map(id -> worth(peer) + "; key " + Fingerprint.of(id))
                .orElse("has no key: nothing proves who it is; id " + peer.id()));
        peer.persona().account().ifPresent(account -> lines.add("runs on this machine as " + account));
        return lines;
    }

    private static String worth(Peer peer) {
        return switch (peer.trust()) {
            case NONE -> "not met yet";
            case NEW -> "new: met for the first time, /verify makes sure who it is";
            case KNOWN -> "known: the same key as before, /verify makes sure who it is";
            case VERIFIED -> "verified: you have compared words";
            case CHANGED -> "KEY CHANGED: the name is known with another key, nothing is sent";
            case BLOCKED -> "blocked: nothing is sent, nothing comes in";
        };
    }

    /** Every way in which somebody was heard, in words, and which of them messages take. */
    public static String speech(Peer peer) {
        Speaks best = peer.speaks();
        List<String> others = peer.speech().editions().stream()
                .filter(edition -> edition != best)
                .map(Answers::protocol)
                .toList();
        return others.isEmpty()
                ? protocol(best)
                : protocol(best) + " and " + String.join(" and ", others) + "; messages go by the first";
    }

    private static String protocol(Speaks speaks) {
        return switch (speaks) {
            case LANLINE -> "Lanline";
            case COURSE_2024 -> "the course program's protocol of 2024";
            case COURSE_2019 -> "the course program's protocol of 2019";
            case LAB -> "the binary lab program's protocol";
            case HUB -> "through a hub";
        };
    }

    private static String ago(long seconds) {
        if (seconds < 120) {
            return seconds + " s ago";
        }
        long minutes = seconds / 60;
        long hours = minutes / 60;
        return minutes < 120 ? minutes + " min ago" : hours < 48 ? hours + " h ago" : hours / 24 + " days ago";
    }
}
