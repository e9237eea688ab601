package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a pixel reaches, kept beside a model. */
class ReachFileTest {

    @TempDir private Path folder;

    @Test
    void whatWasKeptIsRead() {
        final ReachFile file = new ReachFile(folder.resolve("a-reach.yaml"), "abc");
        assertEquals(List.of(), file.read());
        assertTrue(file.write(List.of(OptionalInt.of(32), OptionalInt.empty())));
        assertEquals(List.of(OptionalInt.of(32), OptionalInt.empty()), file.read());
    }

    @Test
    void anotherProgramIsMeasuredAnew() {
        final Path path = folder.resolve("a-reach.yaml");
        assertTrue(new ReachFile(path, "abc").write(List.of(OptionalInt.of(3), OptionalInt.of(4))));
        assertEquals(List.of(), new ReachFile(path, "abd").read());
    }

    @Test
    void aFolderThatCannotBeWritten() {
        final ReachFile file = new ReachFile(folder.resolve("none/a-reach.yaml"), "abc");
        assertFalse(file.write(List.of(OptionalInt.of(3), OptionalInt.of(4))));
    }

    /** NB: of other files a link is followed, and what it leads to replaced. */
    @Test
    void aLinkThatAStrangerLeftIsNotFollowed() throws IOException {
        final Path own = Files.writeString(folder.resolve("own.txt"), "own");
        final Path link = Files.createSymbolicLink(folder.resolve("a-reach.yaml"), own);
        final ReachFile file = new ReachFile(link, "abc");
        assertFalse(file.write(List.of(OptionalInt.of(3), OptionalInt.of(4))));
        assertEquals("own", Files.readString(own));
        Files.writeString(own, "program_sha256: abc\nx: 1\ny: 2");
        assertEquals(List.of(), file.read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1",
                "- 1",
                "program_sha256: abc",
                "program_sha256: abc\nx: 1",
                "program_sha256: [abc]\nx: 1\ny: 2"
            })
    void whatIsNoneOfOurs(final String text) throws IOException {
        final Path path = folder.resolve("a-reach.yaml");
        Files.writeString(path, text);
        assertEquals(List.of(), new ReachFile(path, "abc").read());
    }

    /** A number that no image has is taken for none: the image is computed whole. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e9", "99999999999", "far", "{}"})
    void numbersThatAreNoReach(final String number) throws IOException {
        final Path path = folder.resolve("a-reach.yaml");
        Files.writeString(path, "program_sha256: abc\nx: " + number + "\ny: 2\n");
        assertEquals(
                List.of(OptionalInt.empty(), OptionalInt.of(2)), new ReachFile(path, "abc").read());
    }
}
