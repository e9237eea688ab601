package io.github.unetfiji.tiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    /** The literature's numbers for the 3-D U-Net of Cicek et al. 2016. */
    @Test
    void theVolumesOfThe3dPaper() {
        final AxisGeometry axis = AxisGeometry.unet(List.of(3, 3, 3, 3), List.of(2, 2, 2));
        assertEquals(44, axis.halo());
        assertEquals(8, axis.alignment());
        assertEquals(44, axis.outputFor(132));
        assertEquals(28, axis.outputFor(116));
        assertTrue(axis.isValidInput(132) && axis.isValidInput(116));
        assertEquals(axis, new TileGeometry(3).axis(0));
    }

    /** Sections 10 times as thick as a pixel: nnU-Net pools and convolves along z only from the third level on. */
    @Test
    void anAnisotropicNetwork() {
        final AxisGeometry z = AxisGeometry.unet(List.of(1, 1, 1, 3, 3, 3), List.of(1, 1, 1, 2, 2));
        assertEquals(4, z.alignment());
        assertEquals(2 * (2 + 4) + 2 * 4, z.halo());
        final AxisGeometry x = AxisGeometry.unet(List.of(3, 3, 3, 3, 3, 3), List.of(2, 2, 2, 2, 2));
        final TileGeometry geometry = TileGeometry.of(x, x, z);
        assertEquals(new TileGeometry(5).halo(), geometry.axis(1).halo());
        assertThrows(IllegalStateException.class, geometry::halo);
    }

    @Test
    void aWindow() {
        final AxisGeometry axis = AxisGeometry.window("the mean filter", 3);
        assertEquals(7, axis.smallestInput());
        assertEquals(1, axis.outputFor(7));
        assertEquals(16, axis.inputFor(10));
        assertEquals(
                "Tile size is 5 px, but the mean filter takes only 1k px: try at least 7.",
                assertThrows(UNetException.class, () -> axis.checkInput("Tile size", 5))
                        .getMessage());
    }

    @Test
    void whatIsNoGeometry() {
        assertThrows(IllegalArgumentException.class, () -> new AxisGeometry("f", 0, 1, 9));
        assertThrows(IllegalArgumentException.class, () -> new AxisGeometry("f", 1, 4, 8));
        assertThrows(
                IllegalArgumentException.class,
                () -> AxisGeometry.unet(List.of(3, 3), List.of(2, 2)));
        assertThrows(
                IllegalArgumentException.class, () -> AxisGeometry.unet(List.of(5), List.of()));
        assertThrows(IllegalArgumentException.class, () -> TileGeometry.of());
    }

    /** Against the network walked through level by level. */
    @Property(tries = 1000)
    void agreesWithWalkingThroughTheNetwork(
            @ForAll @IntRange(min = 0, max = 6) final int depth,
            @ForAll @IntRange(min = 1, max = 900) final int input,
            @ForAll final long seed) {
        final Random random = new Random(seed);
        final List<Integer> kernels = new ArrayList<>();
        final List<Integer> poolings = new ArrayList<>();
        for (int level = 0; level <= depth; level++) {
            kernels.add(random.nextInt(3) == 0 ? 1 : 3);
            poolings.add(random.nextInt(3) == 0 ? 1 : 2);
        }
        poolings.remove(depth);
        final AxisGeometry geometry = AxisGeometry.unet(kernels, poolings);
        final int output = walk(kernels, poolings, input);
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
    private static int walk(
            final List<Integer> kernels, final List<Integer> poolings, final int input) {
        final int depth = poolings.size();
        int side = input;
        for (int level = 0; level < depth; level++) {
            side -= 2 * (kernels.get(level) - 1);
            if (side <= 0 || side % poolings.get(level) != 0) {
                return -1;
            }
            side /= poolings.get(level);
        }
        side -= 2 * (kernels.get(depth) - 1);
        for (int level = depth - 1; level >= 0 && side > 0; level--) {
            side = poolings.get(level) * side - 2 * (kernels.get(level) - 1);
        }
        return side > 0 ? side : -1;
    }
}
