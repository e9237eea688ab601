package io.github.unetfiji.bridge.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandEndTest {

    @Test
    void theStatusSaysHowLongItTookAndWhatItLeft() {
        assertEquals(
                "U-Net Segment Files: done in 12 s. Segmented 3 files into /a.",
                CommandEnd.status(
                        "U-Net Segment Files",
                        12.4,
                        List.of("Segmented 3 files into /a.\nEvaluation of 3 predictions.")));
        assertEquals(
                "U-Net Train: done in 3 min", CommandEnd.status("U-Net Train", 185, List.of()));
        assertEquals(
                "U-Net Weight Map: done", CommandEnd.status("U-Net Weight Map", 0.4, List.of()));
    }
}
