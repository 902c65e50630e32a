package lanline.core.event;

import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.ChatMessage;
import lanline.core.model.ComparisonStage;
import lanline.core.model.ComparisonStep;
import lanline.core.model.ConversationId;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Persona;
import lanline.core.model.Preferences;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.model.Setting;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.model.Trust;
import lanline.core.text.SafeText;

/** What it means for the chat: raised in the core, heard by the core and the front ends. */
public sealed interface ChatEvent extends Event {
    /** Somebody is here who was not. */
    record PeerAppeared(Peer peer) implements ChatEvent {}

    /** Name, presence or address changed; {@code before} is what was known until now. */
    record PeerChanged(Peer before, Peer peer) implements ChatEvent {}

    /** Not heard of any more, or said good-bye ({@code saidBye}). The conversation stays. */
    record PeerLeft(Peer peer, boolean saidBye) implements ChatEvent {}

    /** An announcement was understood as new of a peer: announcers bring their own next one forward for it. */
    record NewcomerHeard(Peer peer) implements ChatEvent {}

    /** A peer that is not heard by broadcast announced itself at us alone, and wants one announcement in return. */
    record UnicastWanted(HostAddress from) implements ChatEvent {}

    /** We were announced on {@code on}, to {@code port}; whether it left is told where it did not (DatagramUnsent). */
    record AnnouncementMade(LanInterface on, int port) implements ChatEvent {}

    /** A datagram on an announcement port; {@code problem} is empty if it was understood. Own ones are not told. */
    record AnnouncementHeard(HostAddress from, int port, SafeText problem) implements ChatEvent {}

    /** Somebody came who expects to be dialled at {@code at} and told who is here. */
    record GreetingWanted(Endpoint at) implements ChatEvent {}

    /** Somebody dialled our port and began a session with the bytes {@code begun}: whoever keeps sessions takes the link over. */
    record SessionOffered(LinkId link, Endpoint from, Bytes begun) implements ChatEvent {}

    /** The program {@code instance} of {@code id} has signed that it is at {@code at}, and no session with it stands. */
    record SessionWanted(LanlineId id, InstanceId instance, Endpoint at) implements ChatEvent {}

    /** A session stands; {@code suite}: the number of what protects it; {@code channelBinding}: the same on both sides, in no other session. */
    record SessionUp(Party party, int suite, Bytes channelBinding) implements ChatEvent {}

    /** A session has ended. Others with the same peer may stand. */
    record SessionDown(Party party, End end) implements ChatEvent {
        /** {@code LEFT}: the other side said that its program ends; {@code CUT}: it fell silent; {@code REPLACED}: another one stands; {@code BLOCKED}: one of the two persons does not want it. */
        public enum End {
            LEFT,
            CUT,
            REPLACED,
            BLOCKED
        }
    }

    /** A dial to {@code id} has come to nothing: nobody there, or somebody else. */
    record SessionFailed(LanlineId id, Endpoint at, SafeText why) implements ChatEvent {}

    /** A session's other side, which is on this machine, runs under this account: the system says so. */
    record AccountProven(PeerId peer, SafeText account) implements ChatEvent {}

    /** Somebody said something in a session. */
    record PrivateTextHeard(Party from, MessageId id, SafeText text) implements ChatEvent {}

    /** The other side of a session has stored these messages for good. */
    record ReceiptHeard(Party from, List<MessageId> ids) implements ChatEvent {
        public ReceiptHeard {
            ids = List.copyOf(ids);
        }
    }

    /** A step of comparing words came in a session. */
    record ComparisonHeard(Party from, ComparisonStep step, Bytes content) implements ChatEvent {}

    /**
     * Comparing words with {@code peer} has come to {@code stage}: {@code sentence} says what that means and what to do, with the words in it where
     * there are any. {@code tag} is that of the command, where it answers one.
     */
    record ComparisonMoved(Tag tag, Peer peer, ComparisonStage stage, List<String> words, SafeText sentence)
            implements ChatEvent {
        public ComparisonMoved {
            words = List.copyOf(words);
        }
    }

    /** What is to be thought of a peer is another thing than before; see {@link Persona} for {@code isSuspect}. */
    record TrustChanged(PeerId peer, Trust trust, boolean isSuspect) implements ChatEvent {}

    /** Somebody said something on a link; who it was is still to be found out. */
    record TextHeard(Endpoint from, SenderClaim claim, SafeText text, Way way) implements ChatEvent {
        /** How it came. */
        public record Way(Speaks speaks, Security security) {}
    }

    /** An older program at {@code from} has shown how it writes. */
    record HabitsSeen(Endpoint from, Speaks speaks, Habits seen) implements ChatEvent {}

    /** The program at {@code from} has, by itself, answered a message of ours on a link of its own. */
    record AnswerHeard(Endpoint from, SafeText answer) implements ChatEvent {}

    /** Who is at {@code from} said on a link who it is. */
    record SenderIntroduced(Endpoint from, Nickname name, Speaks speaks) implements ChatEvent {}

    /** A link with who is at {@code from} still stands, which is a sign of life. */
    record SenderStillThere(Endpoint from, Speaks speaks) implements ChatEvent {}

    /** Who is at {@code from} said on a link that it leaves. */
    record SenderLeft(Endpoint from, SenderClaim claim, Speaks speaks) implements ChatEvent {}

    /** The same, attributed; {@code id} is the sender's where it gave one. {@code announced}: an announcement came from that address. */
    record MessageHeard(Peer sender, Optional<MessageId> id, SafeText text, Security security, boolean announced)
            implements ChatEvent {}

    /** An own message is stored and on its way; {@code tag} is that of the command. */
    record MessageQueued(Tag tag, ChatMessage message) implements ChatEvent {}

    /** The state of an own message changed: sent, failed with the reason, or queued again. */
    record MessageProgressed(ChatMessage message) implements ChatEvent {}

    /** A message came in and is stored ({@code kept}), or could not be. */
    record MessageArrived(ChatMessage message, boolean kept) implements ChatEvent {}

    /** {@code id} is the current conversation now, with its peer if one is known; {@code tag} is that of the command. */
    record ConversationOpened(Tag tag, ConversationId id, Optional<Peer> peer) implements ChatEvent {}

    /** The open conversations in the order of their numbers, and the one on screen. */
    record ConversationsChanged(List<ConversationId> open, ConversationId current) implements ChatEvent {
        public ConversationsChanged {
            open = List.copyOf(open);
        }
    }

    /** Too many were open: this one is no longer, and what was kept of it for the screen can go. */
    record ConversationForgotten(ConversationId conversation) implements ChatEvent {}

    record OwnNameChanged(Tag tag, Nickname name) implements ChatEvent {}

    record OwnStatusChanged(Tag tag, Status status, SafeText text) implements ChatEvent {}

    /** {@code setting} has another value: all that is set now. {@code tag} is that of the command. */
    record SettingChanged(Tag tag, Setting setting, Preferences preferences) implements ChatEvent {}

    /** From now on messages to {@code peer} go so, where it can be: {@code NONE} or {@code WEAK}. */
    record ProtectionChosen(PeerId peer, Security security) implements ChatEvent {}

    /** Answers a command in sentences that stand for themselves, the same in every front end. */
    record Answered(Tag tag, List<SafeText> sentences) implements ChatEvent {
        public Answered {
            sentences = List.copyOf(sentences);
        }
    }

    /** Something to tell the person, in a sentence; {@code about} is the conversation it belongs to, or HOME. */
    record Notice(Kind kind, SafeText sentence, ConversationId about) implements ChatEvent {
        /** {@code TROUBLE}: something does not work as expected and the sentence says what to do. */
        public enum Kind {
            INFORMATION,
            TROUBLE
        }
    }

    /** A command could not be done; {@code alternatives} are full forms to choose from where a name was ambiguous. */
    record CommandRefused(Tag tag, Code code, SafeText sentence, List<String> alternatives) implements ChatEvent {
        public CommandRefused {
            alternatives = List.copyOf(alternatives);
        }

        public static CommandRefused unknownPeer(Tag tag, String typed) {
            SafeText sentence = SafeText.line("nobody called " + typed + " was heard; /users lists who is here");
            return new CommandRefused(tag, Code.UNKNOWN_PEER, sentence, List.of());
        }

        public static CommandRefused ambiguousPeer(Tag tag, String typed, List<Peer> peers) {
            List<String> forms =
                    peers.stream().map(peer -> unmistakable(peer, peers)).toList();
            SafeText sentence =
                    SafeText.line("several people are called " + typed + ", say which: " + String.join(", ", forms));
            return new CommandRefused(tag, Code.AMBIGUOUS_PEER, sentence, forms);
        }

        /** The same where it was a text that should have gone to them. */
        public CommandRefused unsent() {
            return new CommandRefused(tag, code, SafeText.line("not sent: " + sentence), alternatives);
        }

        /** Two of one name on one machine are told apart by their ports. */
        private static String unmistakable(Peer peer, List<Peer> peers) {
            long alike = peers.stream()
                    .filter(other -> other.fullName().equalsIgnoreCase(peer.fullName()))
                    .count();
            return alike > 1 ? peer.exactName() : peer.fullName();
        }

        /** The {@code code} of an error in {@code --json}. */
        public enum Code {
            UNKNOWN_PEER("unknown-peer"),
            AMBIGUOUS_PEER("ambiguous-peer"),
            BAD_COMMAND("bad-command"),
            NOTHING_TO_RETRY("nothing-to-retry"),
            HISTORY("history"),
            EXPORT("export");

            private final String word;

            Code(String word) {
                this.word = word;
            }

            public String word() {
                return word;
            }
        }
    }

    /** Answers ListUsers: everybody in the list, by name. */
    record UsersListed(Tag tag, List<Peer> peers) implements ChatEvent {
        public UsersListed {
            peers = List.copyOf(peers);
        }
    }

    /** Answers ShowQueue: what waits, the longest waiting first; each has the number of its place, from 1. */
    record QueueListed(Tag tag, List<Waiting> waiting) implements ChatEvent {
        public QueueListed {
            waiting = List.copyOf(waiting);
        }

        /** {@code seconds}: for so long. */
        public record Waiting(ChatMessage message, long seconds) {}
    }

    /** Answers DescribePeer. {@code chosen}: how what is written to it goes; {@code secondsSinceHeard}: since its last announcement or message. */
    record PeerDescribed(Tag tag, Peer peer, Security chosen, long secondsSinceHeard) implements ChatEvent {}

    /** Answers ReportNetwork: a line an interface, and what to do where nothing is heard. */
    record NetworkReported(Tag tag, List<InterfaceReport> interfaces, List<SafeText> advice) implements ChatEvent {
        public NetworkReported {
            interfaces = List.copyOf(interfaces);
            advice = List.copyOf(advice);
        }
    }

    /** What one interface has done on one UDP port since the start. Seconds are -1 where it never happened. */
    record InterfaceReport(
            LanInterface on,
            int port,
            long sent,
            long secondsSinceSent,
            long heard,
            long secondsSinceHeard,
            SafeText problem) {}

    /** After Quit: leaving may be announced. {@code undelivered} own messages of this run failed, or are left where it had to be at once. */
    record OutboxEmptied(long undelivered) implements ChatEvent {}

    /** All is said and stored; the program may end. {@code undelivered}: own messages of this run that failed or were left. */
    record Departed(long undelivered) implements ChatEvent {}

    /** The networks by which the host can be reached, and the ports, are known or changed: for the front end's first line. */
    record AddressesKnown(List<HostAddress> addresses, int udpPort, int tcpPort) implements ChatEvent {
        public AddressesKnown {
            addresses = List.copyOf(addresses);
        }
    }
}
