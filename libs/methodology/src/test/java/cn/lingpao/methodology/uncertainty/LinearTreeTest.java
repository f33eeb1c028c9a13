package cn.lingpao.methodology.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LinearTreeTest {

    @Test
    void the_weight_of_what_is_absent_goes_to_the_others() {
        int[] parent = {-1, 0, 0, 0};
        byte[][] state = {{LinearTree.MADE}, {LinearTree.FIXED}, {LinearTree.ABSENT}, {LinearTree.ZERO}};
        double[][] score = {{0}, {8}, {0}, {0}};
        double[][] weights = {{1}, {1}, {5}, {3}};

        assertThat(score(new LinearTree(parent, new boolean[] {true, false, false, false}, state, score), weights))
                .isCloseTo(2, within(1e-12));
        assertThat(score(new LinearTree(parent, new boolean[] {false, false, false, false}, state, score), weights))
                .isCloseTo(8 * 9 / 4.0, within(1e-12));
    }

    @Property(tries = 200)
    void it_scores_as_one_goes_up_the_tree_by_hand(@ForAll long seed) {
        RandomTree random = new RandomTree(new SplittableRandom(seed));
        LinearTree tree = new LinearTree(random.parent, random.mean, random.state, random.score);
        double[][] scores = new double[RandomTree.TARGETS][RandomTree.DRAWS];

        tree.scores(random.weight, tree.scratch(RandomTree.DRAWS), RandomTree.DRAWS, scores);

        for (int target = 0; target < RandomTree.TARGETS; target++) {
            for (int draw = 0; draw < RandomTree.DRAWS; draw++) {
                double expected = random.byHand(0, target, draw);
                if (random.state[0][target] >= LinearTree.MADE) {
                    assertThat(scores[target][draw])
                            .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
                }
            }
        }
    }

    private static double score(LinearTree tree, double[][] weights) {
        double[][] scores = new double[1][1];
        tree.scores(weights, tree.scratch(1), 1, scores);
        return scores[0][0];
    }
}
