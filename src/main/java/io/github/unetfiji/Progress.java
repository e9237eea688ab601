package io.github.unetfiji;

import java.util.function.BooleanSupplier;

/**
 * Receives how far long work is, and tells the work whether to stop.
 *
 * <p>Implementations must be safe to call from any thread.
 */
@FunctionalInterface
public interface Progress {

    /** Says nothing and never cancels. */
    Progress NONE = (done, total, message) -> {};

    /**
     * Reports a step of the work.
     *
     * @param done units of work done, 0..total
     * @param total units of work in all, at least 1
     * @param message the current step of the work, one short phrase for the user
     */
    void report(long done, long total, String message);

    /** Whether the user asked to stop. Long work polls this at least once per tile or iteration. */
    default boolean isCancelled() {
        return false;
    }

    /**
     * The progress of a part of the work, which reports in units of its own.
     *
     * <pre>
     * for (int i = 0; i &lt; images.size(); i++) {
     *     segment(images.get(i), progress.part(i, 1, images.size()));
     * }
     * </pre>
     *
     * @param before units of the whole work that are done before the part begins
     * @param size units of the whole work that the part is
     * @param total units of the whole work
     */
    default Progress part(final long before, final long size, final long total) {
        // NB: as double, whose product does not overflow; it is exact below 2^53.
        return reportingTo(
                (done, all, message) ->
                        report(before + (long) ((double) done * size / all), total, message));
    }

    /**
     * A progress that reports elsewhere, and is cancelled when this one is.
     *
     * @param reports receives what is reported
     */
    default Progress reportingTo(final Progress reports) {
        final Progress self = this;
        return new Progress() {
            @Override
            public void report(final long done, final long total, final String message) {
                reports.report(done, total, message);
            }

            @Override
            public boolean isCancelled() {
                return self.isCancelled();
            }
        };
    }

    /**
     * The same, that is cancelled for one more reason.
     *
     * @param also asked as often as this
     */
    default Progress orCancelledBy(final BooleanSupplier also) {
        final Progress self = this;
        return new Progress() {
            @Override
            public void report(final long done, final long total, final String message) {
                self.report(done, total, message);
            }

            @Override
            public boolean isCancelled() {
                return self.isCancelled() || also.getAsBoolean();
            }
        };
    }

    /**
     * Stops the work if the user asked for it.
     *
     * @throws CancelledException if {@link #isCancelled()}
     */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }
}
