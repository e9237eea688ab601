package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.command.Confirmable.Answer;
import io.github.unetfiji.command.Confirmable.Question;
import io.github.unetfiji.command.TrainCommand;
import io.github.unetfiji.command.TrainFilesCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.Command;
import org.scijava.module.ModuleException;

/** What the training dialog proposes at first, and what it asks at last. */
class TrainingDialogTest {

    /** Minutes on a computer without a GPU. A macro that names none of these has the defaults of docs/commands.md. */
    @Test
    void theDialogBeginsWithATrainingOfMinutes() throws ModuleException {
        for (final Class<? extends Command> command :
                List.<Class<? extends Command>>of(TrainCommand.class, TrainFilesCommand.class)) {
            final DialogModules dialog = DialogModules.of(command);
            final Map<String, String> changed = dialog.live().start().changed();
            assertEquals("quick look", changed.get("preset"));
            assertEquals("16", changed.get("features"));
            assertEquals("300", changed.get("iterations"));
            assertEquals("10", changed.get("minutes"));
            assertEquals("0.001", changed.get("rate"));
        }
    }

    @Test
    void aModelThatIsThereIsAskedFor(@TempDir final Path folder)
            throws ModuleException, IOException {
        final TrainFilesCommand command = new TrainFilesCommand();
        final Path model = folder.resolve("cells.zip");
        final Map<String, String> texts = Map.of("model", model.toString());
        assertEquals(Optional.empty(), command.question(texts));
        Files.writeString(model, "a model");
        assertEquals(
                Optional.of(
                        new Question(
                                "The file cells.zip exists already. Replace it by the new model?",
                                List.of(new Answer("Replace", "overwrite")))),
                command.question(texts));
        Files.writeString(folder.resolve("cells.state"), "a state");
        assertEquals(
                List.of(new Answer("Resume", "resume"), new Answer("Replace", "overwrite")),
                command.question(texts).orElseThrow().answers());
        for (final String said : List.of("resume", "overwrite")) {
            assertEquals(
                    Optional.empty(),
                    command.question(Map.of("model", model.toString(), said, "true")));
        }
        assertEquals(
                Optional.empty(),
                command.question(Map.of("model", model.toString(), "start", model.toString())),
                "it is trained further");
    }
}
