package cn.lingpao.methodology.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** In which order members stand in a group, and in which they are named when nothing else tells them apart. */
final class Roster {

    private Roster() {}

    static List<Member> sorted(Collection<Member> roster) {
        TreeMap<String, Member> byId = new TreeMap<>();
        for (Member member : roster) {
            if (byId.put(member.targetId(), member) != null) {
                throw new IllegalArgumentException(member.targetId() + " is twice in the roster");
            }
        }
        return List.copyOf(byId.values());
    }

    /** The place of each row by division code, then as they stand. */
    static int[] tieOrder(List<Member> members) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < members.size(); row++) {
            order.add(row);
        }
        order.sort(Comparator.comparing(
                        (Integer row) -> members.get(row).divisionCode(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Comparator.naturalOrder()));
        int[] place = new int[order.size()];
        for (int i = 0; i < place.length; i++) {
            place[order.get(i)] = i;
        }
        return place;
    }
}
