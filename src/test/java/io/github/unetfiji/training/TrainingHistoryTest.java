package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingHistoryTest {

    @Test
    void withValidation() {
        final ValidationResult first =
                new ValidationResult(0.5, 0.25, List.of(0.75, Double.NaN), 0.875, 0.4);
        final ValidationResult second =
                new ValidationResult(0.4, 0.125, List.of(0.8, 0.5), 0.75, 0.5);
        assertEquals(
                """
                iteration,loss,rate,validation_loss,pixel_error,iou_0,iou_1,mean_iou,threshold,best,seconds
                100,0.7,0.01,0.5,0.25,0.75,,0.875,0.4,1,1.5
                200,0.6,0.001,0.4,0.125,0.8,0.5,0.75,0.5,,3.0
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
                iteration,loss,rate,validation_loss,pixel_error,mean_iou,threshold,best,seconds
                10,0.7,0.01,,,,,,1.5
                """,
                new TrainingHistory(List.of(new TrainingHistory.Row(10, 0.7, 0.01, null, 1.5)))
                        .toCsv());
    }

    @Test
    void empty() {
        assertEquals(
                "iteration,loss,rate,validation_loss,pixel_error,mean_iou,threshold,best,seconds\n",
                new TrainingHistory(List.of()).toCsv());
    }

    /** Models and states of the first version have no mean IoU. */
    @Test
    void ofTheFirstVersion() {
        final TrainingHistory history =
                TrainingHistory.parse(
                        """
                        iteration,loss,rate,validation_loss,pixel_error,iou_0,iou_1,seconds
                        100,0.7,0.01,0.3,0.25,0.75,,1.5
                        200,0.6,0.001,0.4,0.125,0.8,0.9,3.0
                        """);
        assertEquals(200, history.best().orElseThrow().iteration());
        assertEquals(0.75, history.rows().get(0).validation().meanIou());
        assertEquals(0.85, history.rows().get(1).validation().meanIou(), 1e-12);
        assertEquals("mean IoU 0.850", history.rows().get(1).validation().meanIouWords());
    }
}
