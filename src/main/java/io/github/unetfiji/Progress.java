package io.github.unetfiji;

import java.util.function.BooleanSupplier;

/**
 * Where long work says how far it is, and asks whether to go on.
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
     * @param message what is being done, one short phrase for the user
     */
    void report(long done, long total, String message);

    /** Whether the user asked to stop. Long work polls this at least once per tile or iteration. */
    default boolean isCancelled() {
        return false;
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
