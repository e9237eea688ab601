package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ForeignProgram;
import io.github.unetfiji.torchscript.ProgramTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A program in a process of its own gives its outputs, or is stopped with a sentence. */
class ProgramTrialTest {

    private static final String[] ALLOCATES = {
        "xs = annotate(List[Tensor], [])",
        "for i in range(1000000):",
        "  _1 = torch.append(xs, torch.ones([1000, 1000]))",
        "return torch.cat(xs)"
    };

    private static final String[] COMPUTES = {
        "y = torch.ones([1000, 1000])",
        "for i in range(1000000):",
        "  y = torch.relu(torch.matmul(y, y))",
        "return y"
    };

    private static ProgramTrial trial(final String... lines) {
        return ProgramTrial.of(ForeignProgram.read(ProgramTexts.forward(lines)));
    }

    private static void assertAlone() {
        assertEquals(
                0,
                ProcessHandle.current()
                        .children()
                        .filter(
                                child ->
                                        child.info()
                                                .commandLine()
                                                .orElse("")
                                                .contains(TrialProcess.class.getName()))
                        .count(),
                "a process is left");
    }

    @Test
    void givesTheOutputs() {
        final Tensor input = ProgramNetworkTest.ramp();
        final ProgramTrial.Result result = trial("return torch.add(x, x)").run(input);
        assertEquals(1, result.outputs().size());
        for (int i = 0; i < input.values().length; i++) {
            assertEquals(2 * input.values()[i], result.outputs().get(0).values()[i]);
        }
        assertTrue(result.seconds() > 0, "seconds " + result.seconds());
        assertAlone();
    }

    @Test
    void stopsAProgramThatTakesAllMemory() {
        final String sentence =
                assertThrows(
                                UNetException.class,
                                () ->
                                        trial(ALLOCATES)
                                                .optMemory(400L << 20)
                                                .run(ProgramNetworkTest.ramp()))
                        .getMessage();
        assertEquals("The program took more than 400 MB of memory, and was stopped.", sentence);
        assertAlone();
    }

    @Test
    void stopsAProgramThatTakesAllTime() {
        final String sentence =
                assertThrows(
                                UNetException.class,
                                () ->
                                        trial(COMPUTES)
                                                .optTime(Duration.ofSeconds(3))
                                                .run(ProgramNetworkTest.ramp()))
                        .getMessage();
        assertEquals("The program did not end within 3 s, and was stopped.", sentence);
        assertAlone();
    }

    @Test
    void isCancelled() {
        final AtomicInteger asked = new AtomicInteger();
        final Progress progress = Progress.NONE.orCancelledBy(() -> asked.incrementAndGet() > 10);
        assertThrows(
                CancelledException.class,
                () -> trial(COMPUTES).optProgress(progress).run(ProgramNetworkTest.ramp()));
        assertAlone();
    }

    @Test
    void tellsHowAProgramFails() {
        final UNetException failure =
                assertThrows(
                        UNetException.class,
                        () -> trial("return torch.view(x, [7])").run(ProgramNetworkTest.ramp()));
        assertTrue(failure.getMessage().contains("shape '[7]' is invalid"), failure.getMessage());
    }

    /** NB: 2^32 squared is 0 in 64 bits, by which libtorch divides. Java would leave a report in the folder of the user. */
    @Test
    void aCrashIsASentence() throws IOException {
        final UNetException failure =
                assertThrows(
                        UNetException.class,
                        () ->
                                trial("return torch.pixel_shuffle(x, 4294967296)")
                                        .run(ProgramNetworkTest.ramp()));
        assertEquals("The program made libtorch crash.", failure.getMessage());
        try (Stream<Path> files = Files.list(Path.of("."))) {
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("hs_err") || name.startsWith("core"))
                            .toList());
        }
        assertAlone();
    }

    /** NB: memory of the type 'meta' has no values, and DJL does not know of it. */
    @Test
    void anOutputWithoutValuesIsASentence() {
        final UNetException failure =
                assertThrows(
                        UNetException.class,
                        () ->
                                trial("return torch.zeros([1, 1, 8, 8], device=\"meta\")")
                                        .run(ProgramNetworkTest.ramp()));
        assertTrue(
                failure.getMessage().startsWith("The program failed on a tensor of shape"),
                failure.getMessage());
    }
}
