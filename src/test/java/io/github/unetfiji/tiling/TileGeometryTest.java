package io.github.unetfiji.tiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TileGeometryTest {

    @Test
    void thePapersTile() {
        final TileGeometry paper = new TileGeometry(4);
        assertEquals(388, paper.outputFor(572));
        assertEquals(92, paper.halo());
        assertEquals(188, paper.smallestInput());
        assertEquals(700, paper.inputFor(512));
        assertEquals(572, paper.inputFor(388));
        assertEquals(588, paper.inputFor(389));
        assertTrue(paper.isValidInput(572));
        assertFalse(paper.isValidInput(512));
    }

    @Test
    void cropsOfThePaper() {
        final TileGeometry paper = new TileGeometry(4);
        assertEquals(4, paper.skipCrop(3));
        assertEquals(16, paper.skipCrop(2));
        assertEquals(40, paper.skipCrop(1));
        assertEquals(88, paper.skipCrop(0));
    }

    @Test
    void anInvalidSizeNamesItsNeighbours() {
        final UNetException e =
                assertThrows(UNetException.class, () -> new TileGeometry(4).checkInput(512));
        assertEquals(
                "Tile size is 512 px, but a network of depth 4 takes only 16k+12 px: try 508 or"
                        + " 524.",
                e.getMessage());
        final UNetException tooSmall =
                assertThrows(UNetException.class, () -> new TileGeometry(4).checkInput(100));
        assertTrue(tooSmall.getMessage().endsWith("try at least 188."), tooSmall.getMessage());
    }

    @Test
    void depthIsBounded() {
        assertEquals(
                "depth is 0, but must be from 1 to 8.",
                assertThrows(UNetException.class, () -> new TileGeometry(0)).getMessage());
    }

    /** Against the network walked through level by level. */
    @Property(tries = 2000)
    void agreesWithWalkingThroughTheNetwork(
            @ForAll @IntRange(min = 1, max = 6) final int depth,
            @ForAll @IntRange(min = 1, max = 1500) final int input) {
        final TileGeometry geometry = new TileGeometry(depth);
        final int output = walk(depth, input);
        assertEquals(output > 0, geometry.isValidInput(input));
        if (output > 0) {
            assertEquals(output, geometry.outputFor(input));
            assertEquals(input, geometry.inputFor(output));
        }
        final int covering = geometry.inputFor(input);
        assertTrue(geometry.isValidInput(covering));
        assertTrue(geometry.outputFor(covering) >= input);
        final int below = covering - geometry.alignment();
        assertTrue(!geometry.isValidInput(below) || geometry.outputFor(below) < input);
    }

    /** The output side, or -1 where a pooling sees an odd size or nothing is left. */
    private static int walk(final int depth, final int input) {
        int side = input;
        for (int level = 0; level < depth; level++) {
            side -= 4;
            if (side <= 0 || side % 2 != 0) {
                return -1;
            }
            side /= 2;
        }
        side -= 4;
        for (int level = 0; level < depth && side > 0; level++) {
            side = 2 * side - 4;
        }
        return side > 0 ? side : -1;
    }
}
