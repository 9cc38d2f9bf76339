package org.consentledger.query.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which node is to do which work: about as much for each, and as it is now as far as that allows. Every node finds this out
 * for itself, and as it follows from what all see, all find the same.
 */
final class FairShare {

    private final Map<String, String> holders;
    private final List<Candidate> nodes;

    private FairShare(List<Member> alive, Map<String, String> holders) {
        this.holders = holders;
        this.nodes = alive.stream()
                .sorted(Comparator.comparing(Member::node))
                .map(Candidate::new)
                .toList();
    }

    /**
     * Shares out all that any of these nodes knows of. Work with which one is stuck goes to another, unless all are: then it
     * stays where it is, for somebody has to find out when it goes on.
     *
     * @param alive in any order
     * @param holders nodes that do some work now, by its name; they need not be alive
     * @return nodes by names of work; empty if nobody is alive
     */
    static Map<String, String> of(List<Member> alive, Map<String, String> holders) {
        return alive.isEmpty() ? Map.of() : new FairShare(alive, holders).share();
    }

    private record Task(String work, List<Candidate> candidates) {}

    private static final class Candidate {

        private final Member member;

        /** How much of what it does it may keep. */
        private int limit;

        private int load;

        Candidate(Member member) {
            this.member = member;
        }

        String node() {
            return member.node();
        }

        int load() {
            return load;
        }
    }

    private Map<String, String> share() {
        var all = new TreeSet<String>();
        nodes.forEach(node -> all.addAll(node.member.knows()));
        setLimits(all.size());
        var shares = new LinkedHashMap<String, String>();
        var tasks = all.stream()
                .map(this::task)
                .sorted(Comparator.comparingInt(task -> task.candidates().size()))
                .toList();
        var open = new ArrayList<Task>();
        for (var task : tasks) {
            var keeper = keeper(task);
            if (keeper.isPresent()) {
                give(task, keeper.get(), shares);
            } else if (task.candidates().size() < nodes.size()) {
                // what not everybody can do comes first: others can make room for it
                give(task, leastLoaded(task), shares);
            } else {
                open.add(task);
            }
        }
        open.forEach(task -> give(task, leastLoaded(task), shares));
        return shares;
    }

    private Optional<Candidate> keeper(Task task) {
        return task.candidates().stream()
                .filter(node -> node.node().equals(holders.get(task.work())))
                .filter(node -> node.load < node.limit)
                .findFirst();
    }

    private static Candidate leastLoaded(Task task) {
        return task.candidates().stream()
                .min(Comparator.comparingInt(Candidate::load))
                .orElseThrow();
    }

    private static void give(Task task, Candidate node, Map<String, String> shares) {
        shares.put(task.work(), node.node());
        node.load++;
    }

    private Task task(String work) {
        var able = those(member -> member.isAbleTo(work));
        return new Task(work, able.isEmpty() ? those(member -> member.knows(work)) : able);
    }

    private List<Candidate> those(Predicate<Member> wanted) {
        return nodes.stream().filter(node -> wanted.test(node.member)).toList();
    }

    /** What does not divide evenly stays with those who have most. */
    private void setLimits(int works) {
        var most = nodes.stream()
                .sorted(Comparator.comparingLong(this::held).reversed())
                .toList();
        for (var i = 0; i < most.size(); i++) {
            most.get(i).limit = works / most.size() + (i < works % most.size() ? 1 : 0);
        }
    }

    private long held(Candidate node) {
        return holders.values().stream().filter(node.node()::equals).count();
    }
}
