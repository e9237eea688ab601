package io.github.unetfiji.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFilesTest {

    @Test
    void figuresAreSavedBesideEachOther(@TempDir final Path folder) throws IOException {
        final SyntheticTraining training = new SyntheticTraining(1000, true);
        final MonitorModel model = new MonitorModel(new FakeClock());
        model.onStart(training.plan());
        model.onRow(training.row(500, 0.5, 3e-4));
        model.onPrediction(training.view(500));
        final Path base = folder.resolve("run.1");
        FigureFiles.write(base, model.state());
        assertEquals(
                List.of("run.1-curves.png", "run.1-history.csv", "run.1-slice.png"),
                FigureFiles.of(base, model.state()).stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        assertEquals(
                model.state().curves().history().toCsv(),
                Files.readString(folder.resolve("run.1-history.csv")));
        assertEquals(1920, ImageIO.read(folder.resolve("run.1-curves.png").toFile()).getWidth());
        assertEquals(2 * 388, ImageIO.read(folder.resolve("run.1-slice.png").toFile()).getWidth());
        try (var files = Files.list(folder)) {
            assertEquals(3, files.count());
        }
    }
}
