package cn.lingpao.cli.sample;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/** Chance that depends on the seed and on what it is thrown for, never on the order of the throws. */
final class Dice {

    private final Random random;

    private Dice(Random random) {
        this.random = random;
    }

    static Dice of(long seed, String... purpose) {
        byte[] digest = Digest.sha256(seed + "/" + String.join("/", purpose));
        return new Dice(new Random(ByteBuffer.wrap(digest).getLong()));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Between 0 and 1. */
    double share() {
        return random.nextDouble();
    }

    /** Both ends inclusive. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
