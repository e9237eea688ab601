package io.github.unetfiji.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.training.TrainingControl;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.ValidationResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorModelTest {

    private static final String MEMORY = "1.0 GB";

    private final FakeClock clock = new FakeClock();
    private final MonitorModel model = new MonitorModel(clock);
    private final TrainingControl control = new TrainingControl();
    private final EndRequest steering = new EndRequest(control);

    private void train(final int from, final int to) {
        for (int i = from; i <= to; i++) {
            clock.advance(2);
            model.onIteration(i, 1, 3e-4);
        }
    }

    private static TrainingHistory.Row row(final int iteration, final double meanIou) {
        return new TrainingHistory.Row(
                iteration,
                0.5,
                3e-4,
                new ValidationResult(1 - meanIou, 0.1, List.of(0.8, 0.9), meanIou, 0.4),
                9);
    }

    private Map<String, String> facts() {
        return TrainingFacts.of(model.state(), MEMORY);
    }

    @Test
    void saysInWordsHowATrainingGoes() {
        clock.advance(10);
        model.onStart(new SyntheticTraining(2000, true).plan());
        train(1, 99);
        model.onRow(row(99, 0.75));
        train(100, 200);
        clock.advance(20);
        model.onRow(row(200, 0.7));
        assertEquals(
                Map.of(
                        "Iteration", "200 of 2,000 (10 %)",
                        "Speed", "2.00 s per iteration",
                        "Time", "7 min 10 s so far, about 63 min left",
                        "Best so far", "mean IoU 0.750 at threshold 0.40, iteration 99",
                        "Network", "31,030,658 weights, 64 features, depth 4",
                        "Patch", "572 x 572 px",
                        "Slices", "27 to learn from, 3 held out",
                        "Device", "the processor, 32-bit numbers",
                        "Memory", MEMORY),
                facts());
    }

    @Test
    void hasTheSameFactsBeforeTheStart() {
        final Map<String, String> before = facts();
        model.onStart(new SyntheticTraining(10, false).plan());
        assertEquals(List.copyOf(before.keySet()), List.copyOf(facts().keySet()));
        assertEquals("", before.get("Network"));
        assertEquals("0 s so far", before.get("Time"));
        assertEquals("not known: no slices are held out", facts().get("Best so far"));
    }

    @Test
    void theTimeIsThatOfTheTrainingAfterItsEnd() {
        model.onStart(new SyntheticTraining(10, true).plan());
        train(1, 10);
        model.onEnd("All 10 iterations are done.");
        clock.advance(100);
        assertEquals("20 s", facts().get("Time"));
    }

    @Test
    void keepsEachWarningOnceAndTheNewestLast() {
        model.onWarning("a");
        model.onWarning("b");
        model.onWarning("a");
        assertEquals(List.of("b", "a"), model.state().warnings());
        for (int i = 0; i < 300; i++) {
            model.onWarning("number " + i);
        }
        assertEquals(100, model.state().warnings().size());
        assertEquals("number 299", model.state().warnings().get(99));
    }

    @Test
    void aTrainingThatStartsAnewReplacesItsLines() {
        model.onRow(row(10, 0.5));
        model.onRow(row(20, 0.4));
        model.onRow(row(30, 0.1));
        model.onRow(row(20, 0.6));
        assertEquals(List.of(row(10, 0.5), row(20, 0.6)), model.state().curves().history().rows());
        assertEquals(20, model.state().curves().history().best().orElseThrow().iteration());
    }

    @Test
    void aStoppedTrainingMayStillBeCancelledButNotStoppedAgain() {
        model.onStart(new SyntheticTraining(10, true).plan());
        assertEquals("Training 'phantom'", sentence());
        assertEquals("Stop and keep the best", phase().stopText());
        steering.stop();
        assertTrue(control.isStopped());
        assertEquals("Stopping after this iteration...", phase().stopText());
        assertFalse(phase().mayStop());
        assertTrue(phase().mayCancel());
        assertFalse(steering.isCancelled());
        steering.cancel();
        assertTrue(steering.isCancelled());
        assertFalse(phase().mayCancel());
        assertEquals("Cancelling; what was reached is saved.", sentence());
    }

    @Test
    void anEndedTrainingSaysWhyAndCannotBeSteered() {
        assertEquals("Preparing the training...", sentence());
        model.onEnd("All 10 iterations are done.");
        assertEquals("All 10 iterations are done.", sentence());
        model.ended("Cannot write model.zip: permission denied.");
        assertEquals("Cannot write model.zip: permission denied.", sentence());
        assertFalse(phase().mayStop());
        assertFalse(phase().mayCancel());
        assertEquals("Stop and keep the best", phase().stopText());
    }

    @Test
    void everyEventIsAChange() {
        final long before = model.state().changes();
        model.onIteration(1, 0.5, 0.1);
        model.onRow(row(1, 0.5));
        model.onWarning("w");
        model.onEnd("e");
        assertEquals(before + 4, model.state().changes());
        assertEquals(before + 4, model.state().changes());
    }

    private MonitorPhase phase() {
        return steering.phase(model.state());
    }

    private String sentence() {
        return phase().sentence(model.state());
    }
}
