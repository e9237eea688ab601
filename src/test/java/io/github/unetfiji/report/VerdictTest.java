package io.github.unetfiji.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.evaluate.CellOutcomes;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void isOneSentence() {
        assertEquals(
                "At the threshold 0.4, 86 of 100 cells are found; 9 are merged with others, 2 split, 1 badly"
                        + " outlined, 2 missed; 4 objects too many.",
                Verdict.sentence(new CellOutcomes(86, 9, 2, 1, 2, 4), 0.4));
        assertEquals(
                "At the threshold 0.5, 7 of 7 cells are found.",
                Verdict.sentence(new CellOutcomes(7, 0, 0, 0, 0, 0), 0.5));
        assertEquals(
                "At the threshold 0, 0 of 1 cells are found; 1 is missed; 1 object too many.",
                Verdict.sentence(new CellOutcomes(0, 0, 0, 0, 1, 1), 0));
    }
}
