package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ForeignProgram;
import io.github.unetfiji.torchscript.ProgramTexts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs that PyTorch wrote give here what they gave there. */
class ProgramNetworkTest {

    private static byte[] fixture(final String name) throws IOException {
        try (InputStream in = ForeignProgram.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    /** 0, 1/48, 2/48, .. as when the fixtures were made. */
    static Tensor ramp() {
        final float[] values = new float[48];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 48f;
        }
        return new Tensor(new long[] {1, 1, 6, 8}, values);
    }

    private static List<Tensor> run(final byte[] archive, final Tensor input) {
        try (ProgramNetwork network =
                ProgramNetwork.open(ForeignProgram.read(archive), ComputeDevice.CPU)) {
            return network.run(input);
        }
    }

    /** NB: its text has an operator that libtorch does not know, where the program never gets. */
    @Test
    void givesWhatPyTorchGave() throws IOException {
        final List<Tensor> outputs = run(fixture("scripted.pt"), ramp());
        assertEquals(1, outputs.size());
        assertArrayEquals(new long[] {1, 2, 12, 16}, outputs.get(0).shape());
        final float[] expected = new float[2 * 12 * 16];
        ByteBuffer.wrap(fixture("scripted.out"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(expected);
        assertArrayEquals(expected, outputs.get(0).values(), 1e-6f);
    }

    @Test
    void givesAllOutputsAsFloat() throws IOException {
        for (final String name : new String[] {"outputs.pt", "frozen.pt"}) {
            final List<Tensor> outputs = run(fixture(name), ramp());
            assertEquals(3, outputs.size());
            final float[] first = outputs.get(0).values();
            for (int i = 0; i < first.length; i++) {
                assertEquals(first[i] > 0 ? 1 : 0, outputs.get(1).values()[i]);
                assertEquals(2 * first[i], outputs.get(2).values()[i], 1e-6f);
            }
        }
    }

    @Test
    void failsInTheWordsOfTheProgram() {
        final byte[] archive =
                ProgramTexts.forward(
                        "ops.prim.RaiseException(\"needs a batch of 2\", \"builtins.ValueError\")",
                        "return uninitialized(Tensor)");
        final String sentence =
                assertThrows(UNetException.class, () -> run(archive, ramp())).getMessage();
        assertTrue(sentence.contains("needs a batch of 2"), sentence);
        assertTrue(sentence.startsWith("The program failed on a tensor of shape [1, 1, 6, 8]"));
    }

    @Test
    void refusesANumber() {
        final String sentence =
                assertThrows(
                                UNetException.class,
                                () -> run(ProgramTexts.forward("return torch.sum(x)"), ramp()))
                        .getMessage();
        assertEquals(
                "Output 1 of the program is a single number, but must be a tensor with axes.",
                sentence);
    }

    @Test
    void tellsWantOfMemory() {
        assertThrows(
                OutOfMemoryException.class,
                () ->
                        run(
                                ProgramTexts.forward("return torch.ones([1000000, 1000000, 1000])"),
                                ramp()));
    }
}
