package io.github.unetfiji.torchscript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.Programs;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes it is given, it gives tensors or says what is wrong. */
class UnpicklerTest {

    private static final Architecture ARCHITECTURE = Architecture.of(1, 1, 1, 2);
    private static final Parameters PARAMETERS = Parameters.initial(ARCHITECTURE, 1);
    private static final byte[] OURS = ModulePickle.write(PARAMETERS);
    private static final byte[] STORAGE = new byte[4 * 512];

    @Test
    void describesTheTensors() {
        final Map<String, StoredTensor> tensors = new Unpickler(OURS).readModule();
        assertEquals(16, tensors.size());
        final StoredTensor weight = tensors.get("dec0_conv1_weight");
        assertEquals("10", weight.storage());
        assertEquals(0, weight.offset());
        assertArrayEquals(new long[] {1, 2, 3, 3}, weight.layout().shape());
        assertArrayEquals(new long[] {18, 1, 6, 2}, weight.layout().strides());
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void flippedBytesOfOurPickle(
            @ForAll @IntRange(min = 0, max = 100_000) final int at,
            @ForAll @IntRange(min = 0, max = 100_000) final int alsoAt,
            @ForAll final byte value,
            @ForAll final byte otherValue) {
        final byte[] bytes = OURS.clone();
        bytes[at % bytes.length] = value;
        bytes[alsoAt % bytes.length] = otherValue;
        readOrRefuse(bytes);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void truncatedPickles(@ForAll @IntRange(min = 0, max = 2000) final int length) {
        readOrRefuse(Arrays.copyOf(OURS, Math.min(length, OURS.length - 1)));
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void garbage(@ForAll final byte[] bytes) {
        readOrRefuse(bytes);
    }

    /** Random sequences of the opcodes that are understood go further than random bytes. */
    @Property(tries = 5000, shrinking = ShrinkingMode.OFF)
    void garbageOfKnownOpcodes(@ForAll final byte[] choices) {
        final byte[] opcodes = {
            '(',
            ')',
            ']',
            '}',
            't',
            'u',
            'b',
            'Q',
            'R',
            'N',
            (byte) 0x85,
            (byte) 0x86,
            (byte) 0x81,
            (byte) 0x88,
            'q',
            'h',
            'K',
            0,
            1
        };
        final byte[] bytes = new byte[choices.length + 1];
        for (int i = 0; i < choices.length; i++) {
            bytes[i] = opcodes[(choices[i] & 0xff) % opcodes.length];
        }
        bytes[choices.length] = '.';
        readOrRefuse(bytes);
    }

    /** NB: any other throwable than UNetException fails the test. */
    private static void readOrRefuse(final byte[] pickle) {
        try {
            new Unpickler(pickle).readModule().values().forEach(tensor -> tensor.fill(STORAGE));
        } catch (final UNetException e) {
            assertEquals('.', e.getMessage().charAt(e.getMessage().length() - 1), e.getMessage());
        }
    }

    /** The pickle of libtorch uses other opcodes: memo, short integers, long numbers. */
    @Test
    void flippedBytesOfThePickleOfLibtorch(@TempDir final Path folder) throws Exception {
        final Path ours = folder.resolve("ours.pt");
        TorchScriptArchive.write(
                ours,
                UNetProgram.source(ARCHITECTURE, Precision.FLOAT32, UNetProgram.Form.UNPADDED),
                PARAMETERS);
        final Path theirs = folder.resolve("theirs.pt");
        Programs.rewrite(ours, array -> {}, theirs);
        final byte[] pickle =
                Zips.read(theirs).entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith("/data.pkl"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        for (int at = 0; at < pickle.length; at++) {
            for (final int value : new int[] {0, 1, 0x7f, 0xff, '.', '(', 'h', pickle[at] ^ 1}) {
                final byte[] bytes = pickle.clone();
                bytes[at] = (byte) value;
                readOrRefuse(bytes);
            }
            readOrRefuse(Arrays.copyOf(pickle, at));
        }
    }

    @Test
    void callsNothing() {
        assertRefused(
                "The weights call os.system, unknown here.",
                "cos\nsystem\n",
                "(",
                "X\u0004\0\0\0echo",
                "t",
                "R",
                ".");
    }

    @Test
    void takesOnlyFloat32() {
        assertRefused(
                "The weights are not float32: torch.HalfStorage.",
                "c__torch__\nM\n)\u0081}(X\u0001\0\0\0w",
                "ctorch._utils\n_rebuild_tensor_v2\n((",
                "X\u0007\0\0\0storage",
                "ctorch\nHalfStorage\n",
                "X\u0001\0\0\u00000X\u0003\0\0\0cpuK\u0002",
                "tQ",
                "K\0K\u0002\u0085K\u0001\u0085\u0089)tRub",
                ".");
    }

    @Test
    void anUnknownOpcode() {
        assertRefused("The weights use pickle opcode 0x69, unknown here.", "ios\nsystem\n", ".");
    }

    @Test
    void somethingElseThanAModule() {
        assertRefused("The weights are no module: data.pkl holds something else.", ")", ".");
    }

    @Test
    void theEndInTheMiddle() {
        assertRefused("The weights are damaged: data.pkl cannot be read.", "}", "(");
    }

    /** A map that is its own key has no finite hash. */
    @Test
    void aMapThatHoldsItself() {
        assertRefused(
                "The weights are damaged: data.pkl cannot be read.",
                "}q\u0000",
                "(h\u0000h\u0000h\u0000h\u0000u",
                ".");
    }

    @Test
    void anOffsetBeyondAllNumbers() {
        final StoredTensor tensor =
                new StoredTensor(
                        "0", Long.MAX_VALUE - 1, MemoryLayout.contiguous(new long[] {2, 3}));
        assertEquals(
                "The weights are damaged: storage 0 holds 512 values, too few for a tensor of"
                        + " shape [2, 3].",
                assertThrows(UNetException.class, () -> tensor.fill(STORAGE)).getMessage());
    }

    private static void assertRefused(final String sentence, final String... parts) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (final String part : parts) {
            bytes.writeBytes(part.getBytes(StandardCharsets.ISO_8859_1));
        }
        assertEquals(
                sentence,
                assertThrows(
                                UNetException.class,
                                () -> new Unpickler(bytes.toByteArray()).readModule())
                        .getMessage());
    }
}
