package io.github.unetfiji.optimize;

/**
 * The learning rate of every iteration: a linear warm-up, then the schedule. With rate r, warm-up w,
 * n iterations and t = 1..n:
 *
 * <ul>
 *   <li>warm-up: {@code r t / w} for t &lt;= w;
 *   <li>cosine (Loshchilov and Hutter 2017, arXiv:1608.03983, eq. 5, without restarts): {@code r (1 + cos(pi (t - w - 1) / (n
 *       - w))) / 2};
 *   <li>plateau: {@code r / 2^k} after k plateaus.
 * </ul>
 */
public final class LearningRate {

    /** Validations without a smaller loss that make a plateau. */
    static final int PLATEAU = 5;

    private final Schedule schedule;
    private final double rate;
    private final int warmup;
    private final int iterations;

    /**
     * @param rate largest learning rate, above 0
     * @param warmup iterations in which the rate rises, below {@code iterations}; 0 = none
     * @param iterations that are planned
     */
    public LearningRate(
            final Schedule schedule, final double rate, final int warmup, final int iterations) {
        this.schedule = schedule;
        this.rate = rate;
        this.warmup = warmup;
        this.iterations = iterations;
    }

    /**
     * The rate of an iteration.
     *
     * @param iteration from 1
     * @param plateaus that were met before
     */
    public double at(final int iteration, final int plateaus) {
        if (iteration <= warmup) {
            return rate * iteration / warmup;
        }
        return switch (schedule) {
            case NONE -> rate;
            case COSINE -> {
                final double done = (double) (iteration - warmup - 1) / (iterations - warmup);
                yield rate * (1 + StrictMath.cos(Math.PI * done)) / 2;
            }
            case PLATEAU -> rate / Math.pow(2, plateaus);
        };
    }

    /** Whether that many validations in a row without a smaller loss are a (further) plateau. */
    public boolean isPlateau(final int validationsWithoutGain) {
        return schedule == Schedule.PLATEAU
                && validationsWithoutGain > 0
                && validationsWithoutGain % PLATEAU == 0;
    }
}
