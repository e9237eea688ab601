package io.github.unetfiji.bioimageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.network.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads what NumPy wrote. */
class NumpyReadingTest {

    static Stream<String> files() throws IOException {
        try (InputStream in = NumpyReadingTest.class.getResourceAsStream("numpy-files.txt")) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.startsWith("#"));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTypeOrderAndVersionIsRead(final String line) {
        final String[] parts = line.split(" ");
        final NumpyFile file = NumpyFile.read(Base64.getDecoder().decode(parts[4]), "a.npy");
        assertEquals(parts[0], file.type());
        assertArrayEquals(new long[] {2, 3}, file.tensor().shape());
        final String[] expected = parts[3].split(",");
        for (int i = 0; i < 6; i++) {
            assertEquals(Float.parseFloat(expected[i]), file.tensor().values()[i]);
        }
    }

    @Test
    void whatIsWrittenIsRead() {
        final Tensor tensor = new Tensor(new long[] {2, 1, 2}, new float[] {1, 2, 3, 4});
        assertEquals(
                tensor,
                NumpyFile.read(NumpyFile.bytes(tensor.values(), 2, 1, 2), "a.npy").tensor());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'descr': '<c8', 'fortran_order': False, 'shape': (2, 3), } | holds values of the type c8, but must hold real"
                        + " numbers",
                "{'descr': '=O', 'fortran_order': False, 'shape': (2, 3), } | holds values of the type O, but must hold real numbers",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), } | has a header that names no type, order and shape"
                        + " of real numbers",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999, 99999999), } | has the shape (99999999, 99999999), but"
                        + " may have at most 8 axes and from 1 to 134217728 values",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 3), } | has the shape (0, 3), but may have at most 8 axes and"
                        + " from 1 to 134217728 values",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,1,1,1,1,1,1,1,1), } | has the shape (1,1,1,1,1,1,1,1,1), but may"
                        + " have at most 8 axes and from 1 to 134217728 values",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), } | has 8 bytes of values, but its shape [2, 3] needs 24",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999999,), } | has a length of an axis that is no number:"
                        + " 9999999999999",
                "{} | has a header that names no type, order and shape of real numbers"
            })
    void whatIsNoArrayOfNumbersIsTold(final String header, final String predicate) {
        final byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        final byte[] bytes = new byte[10 + text.length + 8];
        System.arraycopy(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, 0, bytes, 0, 8);
        bytes[8] = (byte) text.length;
        System.arraycopy(text, 0, bytes, 10, text.length);
        assertEquals(
                "The file a.npy of the package " + predicate + ".",
                OneSentence.of(() -> NumpyFile.read(bytes, "a.npy")).orElse("read"));
    }
}
