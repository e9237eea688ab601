package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingHistoryTest {

    @Test
    void withValidation() {
        final ValidationResult first = new ValidationResult(0.5, 0.25, List.of(0.75, Double.NaN));
        final ValidationResult second = new ValidationResult(0.4, 0.125, List.of(0.8, 0.5));
        assertEquals(
                """
                iteration,loss,rate,validation_loss,pixel_error,iou_0,iou_1,seconds
                100,0.7,0.01,0.5,0.25,0.75,,1.5
                200,0.6,0.001,0.4,0.125,0.8,0.5,3.0
                """,
                new TrainingHistory(
                                List.of(
                                        new TrainingHistory.Row(100, 0.7, 0.01, first, 1.5),
                                        new TrainingHistory.Row(200, 0.6, 0.001, second, 3)))
                        .toCsv());
    }

    @Test
    void withoutValidation() {
        assertEquals(
                """
                iteration,loss,rate,validation_loss,pixel_error,seconds
                10,0.7,0.01,,,1.5
                """,
                new TrainingHistory(List.of(new TrainingHistory.Row(10, 0.7, 0.01, null, 1.5)))
                        .toCsv());
    }

    @Test
    void empty() {
        assertEquals(
                "iteration,loss,rate,validation_loss,pixel_error,seconds\n",
                new TrainingHistory(List.of()).toCsv());
    }
}
