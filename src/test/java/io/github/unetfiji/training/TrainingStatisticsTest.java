package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.LearningRate;
import io.github.unetfiji.optimize.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a training knows of itself after iterations and validations. */
class TrainingStatisticsTest {

    private static final LearningRate RATE = new LearningRate(Schedule.PLATEAU, 1, 0, 1000);
    private static final Parameters PARAMETERS = Parameters.zeros(Architecture.of(1, 1, 1, 2));

    private static TrainingStatistics validated(
            final TrainingStatistics before, final double loss, final double meanIou) {
        final TrainingStatistics stepped = before.afterIteration(loss, false);
        final ValidationResult result =
                new ValidationResult(loss, 0, List.of(meanIou, meanIou), meanIou, 0.5);
        return stepped.afterRow(
                new TrainingHistory.Row(stepped.iteration(), stepped.losses().mean(), 1, result, 0),
                RATE,
                () -> PARAMETERS);
    }

    /** NB: a tie is likely, since there are few values. */
    @Test
    void theBestIsThatOfTheHistory() {
        final Random random = new Random(1);
        TrainingStatistics statistics = TrainingStatistics.NONE;
        for (int i = 0; i < 50; i++) {
            statistics = validated(statistics, random.nextDouble(), random.nextInt(12) / 12.0);
            final TrainingHistory.Row best = statistics.history().best().orElseThrow();
            assertEquals(best.iteration(), statistics.best().iteration());
            assertEquals(best.validation().meanIou(), statistics.best().meanIou());
            assertTrue(statistics.isListed());
        }
    }

    @Test
    void validationsSinceTheLowestLossAndPlateausAreCounted() {
        TrainingStatistics statistics = TrainingStatistics.NONE;
        int stale = 0;
        int plateaus = 0;
        double lowest = Double.POSITIVE_INFINITY;
        final Random random = new Random(2);
        for (int i = 0; i < 60; i++) {
            final double loss = random.nextDouble();
            stale = loss < lowest ? 0 : stale + 1;
            lowest = Math.min(lowest, loss);
            plateaus += stale > 0 && stale % 5 == 0 ? 1 : 0;
            statistics = validated(statistics, loss, 0);
            assertEquals(lowest, statistics.lowestLoss());
            assertEquals(stale, statistics.stale());
            assertEquals(plateaus, statistics.plateaus());
        }
        assertTrue(plateaus > 3);
    }

    @Test
    void withoutValidationTheLastParametersAreTheBest() {
        final TrainingStatistics once =
                TrainingStatistics.NONE.afterIteration(2, true).withSomeBest(() -> PARAMETERS);
        assertEquals(1, once.best().iteration());
        assertFalse(once.best().isValidated());
        final TrainingStatistics twice =
                once.afterIteration(1, false).withSomeBest(() -> PARAMETERS);
        assertEquals(2, twice.best().iteration());
        assertEquals(1, twice.folded());
        assertFalse(twice.isListed());
        final TrainingStatistics looked = validated(twice, 1, 0);
        assertTrue(looked.best().isValidated());
        assertSame(looked, looked.withSomeBest(() -> PARAMETERS));
    }

    private static Optional<String> ending(
            final TrainingStatistics statistics, final boolean stopped, final double seconds) {
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(TrainingKeys.ITERATIONS, 4)
                        .with(TrainingKeys.PATIENCE, 2)
                        .with(TrainingKeys.MINUTES, 0.5)
                        .with(TrainingKeys.VALIDATION, "1")
                        .build();
        return TrainingEnd.of(settings, statistics, stopped, seconds).map(TrainingEnd::reason);
    }

    @Test
    void itEndsForOneReason() {
        final TrainingStatistics one = validated(TrainingStatistics.NONE, 1, 0);
        assertEquals(Optional.empty(), ending(one, false, 29));
        assertEquals(Optional.empty(), ending(TrainingStatistics.NONE, false, 31));
        assertEquals(
                Optional.of("Ended after iteration 1 of 4: the time of 0.5 min is over."),
                ending(one, false, 30));
        assertEquals(Optional.of("Stopped by the user after iteration 1."), ending(one, true, 30));
        final TrainingStatistics three = validated(validated(one, 2, 0), 3, 0);
        assertEquals(
                Optional.of(
                        "Ended after iteration 3: the validation loss has not improved for 2"
                                + " validations."),
                ending(three, false, 30));
        assertEquals(
                Optional.of("All 4 iterations are done."),
                ending(validated(three, 4, 0), true, 30));
    }
}
