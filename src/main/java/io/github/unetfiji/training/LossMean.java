package io.github.unetfiji.training;

/**
 * The losses of a training, summed up for the history and smoothed for the user.
 *
 * @param sum of the losses since the last line of the history
 * @param count of them
 * @param recent mean that forgets slowly, 0 before the first loss
 */
record LossMean(double sum, int count, double recent) {

    /** Weight of the newest loss in the running mean. */
    private static final double NEWEST = 0.05;

    static final LossMean NONE = new LossMean(0, 0, 0);

    /**
     * With one more loss.
     *
     * @param iteration it belongs to, from 1
     */
    LossMean plus(final double loss, final int iteration) {
        // NB: at first the plain mean, or the large losses of the beginning would stay for long.
        final double weight = Math.max(NEWEST, 1.0 / iteration);
        return new LossMean(sum + loss, count + 1, recent + weight * (loss - recent));
    }

    /** After a line of the history. */
    LossMean restarted() {
        return new LossMean(0, 0, recent);
    }

    double mean() {
        return sum / count;
    }
}
