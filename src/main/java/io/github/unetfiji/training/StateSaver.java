package io.github.unetfiji.training;

import java.util.function.Supplier;

/** Saves what a training has reached, when it is time to. */
interface StateSaver {

    /** Saves nothing. */
    StateSaver NONE =
            new StateSaver() {
                @Override
                public boolean isDue() {
                    return false;
                }

                @Override
                public void save(final Supplier<TrainingState> state) {}
            };

    /** Whether it is time to save. */
    boolean isDue();

    /**
     * Saves a state.
     *
     * @param state is asked once; it copies all parameters, which takes its time as well
     */
    void save(Supplier<TrainingState> state);
}
