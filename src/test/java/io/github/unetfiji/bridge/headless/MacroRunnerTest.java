package io.github.unetfiji.bridge.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.bridge.ForkedJvm;
import io.github.unetfiji.bridge.ScriptMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros, as a user runs them: in a JVM of their own, to its exit code. */
public class MacroRunnerTest {

    @TempDir Path folder;

    @Test
    void commandsWorkInMacrosAndLeaveTheirOutputActive() throws IOException, InterruptedException {
        final ForkedJvm run =
                ForkedJvm.macro(
                        folder,
                        """
                        print("argument " + getArgument());
                        newImage("a", "8-bit ramp", 64, 32, 2);
                        newImage("b", "8-bit black", 64, 32, 1);
                        selectWindow("a");
                        run("Test Copy...", "steps=7");
                        print(getTitle() + ", " + nImages + " images, mean " + getResult("Mean", 0));
                        setBatchMode(true);
                        run("Test Copy...", "image=b");
                        print(getTitle() + ", " + nImages + " images, mean " + getResult("Mean", 0));
                        close();
                        print(getTitle());
                        run("Test Copy...", "image=" + getImageID());
                        print(getTitle());
                        run("Test Echo...", "model=[C:\\\\my data\\\\a, b.zip] tile=" + 512 + " output=instances flip=false labels=[b-second]");
                        """,
                        "one",
                        "two");
        assertEquals("", run.err().replaceAll("(?m)^.*java.util.prefs.*\\R?|^INFO: .*\\R?", ""));
        assertEquals(0, run.code());
        assertEquals(
                List.of(
                        "argument one two",
                        "a-first, 4 images, mean 126",
                        "b-first, 6 images, mean 0",
                        "b-second",
                        "b-second-first",
                        "model=C:\\my data\\a, b.zip|start=null|output=instances|validation=|tile=512|seed=1|rate=1.0E-4|momentum=null"
                                + "|flip=false|labels=b-second"),
                run.lines().stream()
                        .filter(line -> !line.contains("tile 7/7") && !line.contains("tile 1/"))
                        .toList());
        assertTrue(run.out().contains("[ 14%] tile 1/7"), run.out());
        assertTrue(run.out().contains("tile 7/7"), run.out());
    }

    @Test
    void everyFailureIsOneSentenceAndEndsTheMacro() throws IOException, InterruptedException {
        final Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(
                "run('Test Echo...', 'model=x tiel=5');",
                ", line 2: Unknown option \"tiel\" (did you mean \"tile\"?); the options are model, start, output, validation, tile, seed,"
                        + " rate, momentum, flip, labels.");
        sentences.put(
                "run('Test Copy...');",
                ", line 2: No image is open; open the image to work on first.");
        sentences.put("run('Test Fail...');", ", line 2: The stack has 3 channels; 1 is allowed.");
        sentences.put(
                "run('Test Fail...', 'how=crash');",
                ", line 2: Error of the program: IllegalStateException: no such thing (the log has the details).");
        sentences.put(
                "run('Test Fail...', 'how=memory');",
                ", line 2: Out of memory (Java heap space): allow more in Edit > Options > Memory & Threads, or work on a smaller image.");
        sentences.put("run('Test Fail...', 'how=cancel');", ": The macro was cancelled.");
        sentences.put(
                "run('Test Missing...');",
                ", line 2: The class io.github.unetfiji.bridge.NoSuchCommand is missing: put the jar that holds it into the folder jars of"
                        + " ImageJ and start it again.");
        sentences.put(
                "run('No Such Command');", ", line 2: Unrecognized command: \"No Such Command\".");
        sentences.put("open('/no/such.tif');", ", line 2: File not found: /no/such.tif.");
        sentences.put("exit('I give up');", ": I give up.");
        sentences.put("exit();", " ended");
        sentences.put("exit;", " ended");
        sentences.put("x = ;", ", line 2: Number or numeric function expected.");
        sentences.put(
                "waitForUser('wait');",
                ", line 2: This waits for the user or opens a window, which needs a display.");
        final List<String> files = new ArrayList<>();
        final List<String> expected = new ArrayList<>();
        for (final Map.Entry<String, String> entry : sentences.entrySet()) {
            final String file = files.size() + ".ijm";
            Files.writeString(
                    folder.resolve(file),
                    "a = 1;\n" + entry.getKey() + "\nprint('NOT' + 'REACHED');\n");
            files.add(file);
            expected.add("> " + file + entry.getValue());
        }
        final ForkedJvm run = ForkedJvm.run(folder, MacrosMain.class, files.toArray(String[]::new));
        assertEquals(expected, run.lines().stream().filter(line -> line.startsWith("> ")).toList());
        assertFalse(run.out().contains("NOTREACHED"), run.out());
        assertEquals(0, run.code(), run::toString);
    }

    @Test
    void failureGoesToStandardErrorWithExitCode1() throws IOException, InterruptedException {
        final ForkedJvm run = ForkedJvm.macro(folder, "run('Test Fail...');");
        assertEquals("macro.ijm, line 1: The stack has 3 channels; 1 is allowed.", run.sentence());
        assertEquals(1, run.code());
    }

    @Test
    void anotherPluginThatThrowsIsAFailureThoughTheMacroGoesOn()
            throws IOException, InterruptedException {
        final ForkedJvm run = ForkedJvm.macro(folder, "run(\"Test Other Plugin\"); print(\"on\");");
        assertEquals(
                "macro.ijm: a command failed: java.lang.IllegalStateException: broken.",
                run.sentence());
        assertEquals(1, run.code());
        assertTrue(run.lines().contains("on"), run.out());
    }

    @Test
    void saysWhatItCannotRead() throws IOException, InterruptedException {
        final ForkedJvm demo = ForkedJvm.run(folder, MacroRunner.class);
        assertEquals(1, demo.code());
        assertEquals(
                "There is no macro file \""
                        + folder.toRealPath().resolve("macros/demo.ijm")
                        + "\".",
                demo.sentence());
        final ForkedJvm directory = ForkedJvm.run(folder, MacroRunner.class, ".");
        assertEquals(1, directory.code());
        assertEquals(
                "\"" + folder.toRealPath() + "\" is a folder; give a macro file (.ijm).",
                directory.sentence());
    }

    @Test
    void withoutArgumentsRunsTheDemo() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("macros"));
        Files.writeString(folder.resolve("macros/demo.ijm"), "print(\"demo: µ\");");
        final ForkedJvm demo = ForkedJvm.run(folder, MacroRunner.class);
        assertEquals(0, demo.code(), demo::toString);
        assertEquals(1, demo.lines().size());
    }

    @Test
    void scriptsCanNameAnImageThatIsNotActive() throws IOException, InterruptedException {
        final ForkedJvm run = ForkedJvm.run(folder, ScriptMain.class);
        assertEquals(
                List.of(
                        "a-first from a",
                        "active then: a-first",
                        "hidden-first from hidden",
                        "stopped: Macro canceled",
                        "class loader kept: true",
                        "locked: false"),
                run.lines().stream()
                        .filter(
                                line ->
                                        !line.startsWith("[")
                                                && !line.startsWith("tile ")
                                                && !line.startsWith("The stack"))
                        .toList(),
                run::toString);
        assertEquals(0, run.code());
    }
}
