package lanline.core.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.text.Folding;

/**
 * The names that a line may hold: one's own, and those of the others in the form to offer ({@code name}, or {@code name@address}
 * while the name is double), the likeliest first. Immutable.
 */
public final class Names {
    /** A name, a sign and an IPv6 address with its scope are shorter, in characters. */
    private static final int LONGEST_FORM = 2 * Nickname.MOST_CODE_POINTS + 1 + 64;

    private final Nickname own;
    private final List<String> others;
    /** The forms with and without their addresses, folded: what may be typed for them. */
    private final Set<String> folded = new HashSet<>();

    public Names(Nickname own, List<String> others) {
        this.own = own;
        this.others = List.copyOf(others);
        for (String name : others) {
            folded.add(Folding.fold(name));
            folded.add(Folding.fold(withoutAddress(name)));
            Nickname.parse(withoutAddress(name)).ifPresent(nickname -> folded.add(nickname.folded()));
        }
    }

    /** Makes the forms to offer from what the network knows, in its order. */
    public static Names of(Nickname own, Collection<Peer> peers) {
        Map<String, Integer> bearers = new HashMap<>();
        peers.forEach(peer -> bearers.merge(fold(peer), 1, Integer::sum));
        List<String> forms = new ArrayList<>(peers.size());
        for (Peer peer : peers) {
            boolean isDouble = bearers.getOrDefault(fold(peer), 0) > 1;
            forms.add(isDouble ? peer.fullName() : peer.name().toString());
        }
        return new Names(own, forms);
    }

    private static String fold(Peer peer) {
        return Folding.fold(peer.name().toString());
    }

    public Nickname own() {
        return own;
    }

    /** True if {@code typed} is one of the forms, with or without its address, case and accents folded. */
    public boolean knows(String typed) {
        return folded.contains(Folding.fold(typed)) || folded.contains(Folding.fold(withoutAddress(typed)));
    }

    /** The forms that begin with {@code typed}, case and accents folded, in their order, each once. */
    List<String> beginningWith(String typed) {
        String beginning = Folding.fold(typed);
        return others.stream()
                .filter(name -> Folding.fold(name).startsWith(beginning))
                .distinct()
                .toList();
    }

    /** The only form that begins with {@code part}, or else the only one that holds it; {@code part} itself where that fails. */
    String meantBy(String part) {
        String wanted = Folding.fold(part);
        List<String> begin = beginningWith(part);
        if (begin.stream().anyMatch(name -> Folding.fold(name).equals(wanted))) {
            return part;
        }
        List<String> hold = begin.isEmpty()
                ? others.stream()
                        .filter(name -> Folding.fold(name).contains(wanted))
                        .distinct()
                        .toList()
                : begin;
        return hold.size() == 1 ? hold.get(0) : part;
    }

    /** How many of {@code words}, from the first, make up the longest known name, with or without an address; 0 if none do. */
    int wordsOfName(List<String> words) {
        String joined = "";
        int longest = 0;
        for (int count = 1; count <= words.size() && joined.length() <= LONGEST_FORM; count++) {
            joined = count == 1 ? words.get(0) : joined + " " + words.get(count - 1);
            if (knows(joined)) {
                longest = count;
            }
        }
        return longest;
    }

    private static String withoutAddress(String form) {
        int at = form.lastIndexOf('@');
        boolean isFull = at > 0 && HostAddress.parse(form.substring(at + 1)).isPresent();
        return isFull ? form.substring(0, at) : form;
    }
}
