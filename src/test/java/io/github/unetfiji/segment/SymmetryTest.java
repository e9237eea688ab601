package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The laws of the dihedral group, on matrices and on pixels. */
class SymmetryTest {

    /** The plane 1 2 3 / 4 5 6. */
    private static final float[] PLANE = {1, 2, 3, 4, 5, 6};

    private static void assertTurned(final Symmetry symmetry, final float... expected) {
        assertArrayEquals(expected, symmetry.mapping(3, 2).apply(PLANE), symmetry::toString);
    }

    @Test
    void whatTheyDoToSixPixels() {
        assertTurned(Symmetry.IDENTITY, 1, 2, 3, 4, 5, 6);
        assertTurned(Symmetry.QUARTER_TURN, 4, 1, 5, 2, 6, 3);
        assertTurned(Symmetry.HALF_TURN, 6, 5, 4, 3, 2, 1);
        assertTurned(Symmetry.THREE_QUARTER_TURN, 3, 6, 2, 5, 1, 4);
        assertTurned(Symmetry.MIRROR_X, 3, 2, 1, 6, 5, 4);
        assertTurned(Symmetry.MIRROR_Y, 4, 5, 6, 1, 2, 3);
        assertTurned(Symmetry.TRANSPOSE, 1, 4, 2, 5, 3, 6);
        assertTurned(Symmetry.ANTITRANSPOSE, 6, 3, 5, 2, 4, 1);
        assertEquals(2, Symmetry.QUARTER_TURN.width(3, 2));
        assertEquals(3, Symmetry.QUARTER_TURN.height(3, 2));
    }

    @Property
    void groupLaws(@ForAll final Symmetry a, @ForAll final Symmetry b, @ForAll final Symmetry c) {
        assertEquals(a.after(b).after(c), a.after(b.after(c)));
        assertEquals(a, a.after(Symmetry.IDENTITY));
        assertEquals(a, Symmetry.IDENTITY.after(a));
        assertEquals(Symmetry.IDENTITY, a.after(a.inverse()));
        assertEquals(Symmetry.IDENTITY, a.inverse().after(a));
    }

    /** The rotations are a subgroup, and a quarter turn makes all of them. */
    @Test
    void rotations() {
        final EnumSet<Symmetry> made = EnumSet.noneOf(Symmetry.class);
        Symmetry turn = Symmetry.IDENTITY;
        for (int i = 0; i < 4; i++) {
            made.add(turn);
            turn = Symmetry.QUARTER_TURN.after(turn);
        }
        assertEquals(Symmetry.IDENTITY, turn);
        assertEquals(Averaging.ROTATIONS.symmetries(), made);
        assertEquals(8, Averaging.DIHEDRAL.versions());
        assertEquals(1, Averaging.NONE.versions());
    }

    @Property(tries = 200)
    void pixelsFollowTheGroup(
            @ForAll final Symmetry a,
            @ForAll final Symmetry b,
            @ForAll @IntRange(min = 1, max = 9) final int width,
            @ForAll @IntRange(min = 1, max = 9) final int height,
            @ForAll @IntRange(min = 1, max = 3) final int planes,
            @ForAll final long seed) {
        final float[] image = new float[width * height * planes];
        final Random random = new Random(seed);
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextFloat();
        }
        final int w = b.width(width, height);
        final int h = b.height(width, height);
        final float[] first = b.mapping(width, height).apply(image);
        assertArrayEquals(
                a.after(b).mapping(width, height).apply(image), a.mapping(w, h).apply(first));
        assertArrayEquals(image, b.inverse().mapping(w, h).apply(first));
    }
}
