package io.github.unetfiji.torchscript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of PyTorch are read; what does more than compute is refused by its name. */
class ForeignProgramTest {

    private static byte[] fixture(final String name) throws IOException {
        try (InputStream in = ForeignProgramTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static String refusal(final byte[] archive) {
        return assertThrows(UNetException.class, () -> ForeignProgram.read(archive)).getMessage();
    }

    @Test
    void readsTheParametersOfNestedModules() throws IOException {
        final ForeignProgram program = ForeignProgram.read(fixture("scripted.pt"));
        assertEquals(
                List.of("0.0.weight", "0.0.bias", "0.1.weight", "0.1.bias", "2.weight", "2.bias"),
                List.copyOf(program.parameters().keySet()));
        assertEquals(
                List.of("0.1.running_mean", "0.1.running_var", "0.1.num_batches_tracked"),
                List.copyOf(program.buffers().keySet()));
        assertArrayEquals(new long[] {4, 1, 3, 3}, program.parameters().get("0.0.weight").shape());
        assertEquals(
                new Tensor(new long[] {4}, new float[] {0.25f, 0.25f, 0.25f, 0.25f}),
                program.buffers().get("0.1.running_mean"));
        assertEquals(6, program.parameters().entrySet().size());
    }

    @Test
    void givesTheSameFileWhenItIsReadAgain() throws IOException {
        final byte[] archive = ForeignProgram.read(fixture("scripted.pt")).archive();
        assertArrayEquals(archive, ForeignProgram.read(archive).archive());
        final String text = new String(archive, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("debug_pkl"));
        assertFalse(
                text.contains("torch._upsample_lanczos2d_aa("), "libtorch knows no such operator");
        assertTrue(text.contains("uninitialized(Tensor)"));
    }

    @Test
    void readsHalfPrecisionAsFloat() throws IOException {
        final Tensor weight = ForeignProgram.read(fixture("half.pt")).parameters().get("weight");
        for (final float value : weight.values()) {
            assertTrue(Math.abs(value) <= 1 && value != 0, "value " + value);
        }
    }

    @Test
    void aFrozenProgramHasNoParameters() throws IOException {
        assertEquals(Map.of(), ForeignProgram.read(fixture("frozen.pt")).parameters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "torch.from_file",
                "ops.aten.from_file",
                "torch.save",
                "torch.load",
                "torch.manual_seed",
                "torch.set_num_threads",
                "torch.resize_",
                "torch._unsafe_index",
                "torch.set_",
                "torch.autograd.grad",
                "torch.classes.foo",
                "ops.profiler._record_function_enter",
                "ops.quantized.linear",
                "ops.aten",
                "ops.prim.Print",
                "ops.prim.rpc_sync",
                "torch",
                "__torch__.foo",
                "open",
                "print",
                "fork",
                "eval",
            })
    void refusesByName(final String name) {
        final String sentence =
                "The program uses '"
                        + name
                        + "', which is not among the operators that a program of others may use.";
        assertEquals(sentence, refusal(ProgramTexts.forward("return " + name + "(x, 1)")));
        assertEquals(sentence, refusal(ProgramTexts.forward("f = " + name, "return f(x)")));
        assertEquals(
                sentence, refusal(ProgramTexts.forward("return torch.add(x, [" + name + "][0])")));
        assertEquals(
                sentence,
                refusal(
                        ProgramTexts.module(
                                "def never(x: Tensor) -> Tensor:\n  return " + name + "(x)\n",
                                "return x")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(x).save(\"file\")|The program uses 'save', which",
                "(torch.relu(x)).from_file(\"a\")|The program uses 'from_file', which",
                "x.save|The program uses 'save', which",
                "getattr(x, \"save\")|The program uses 'save', which",
                "getattr(torch, \"save\")|The program uses 'torch', which",
                "(self).other(x)|The program uses '__torch__.M.other', which",
                "(self.save)(x)|The program uses '__torch__.M.save', which",
                "(unchecked_cast(Tensor, self)).save(x)|The program uses 'save', which",
                "x(x)|The program calls a value that is no function",
                "(self).forward(x)|The program's function '__torch__.M.forward' calls itself",
                "\"\\033[2J\"|The program has a text with control characters",
                "\"a\"\"b\"|The program has",
                "x # torch|The program has in line",
                "x + x|The program has in line",
                "__torch__.torch.classes.foo.Bar(x)|The program uses '__torch__.torch.classes', classes of libraries",
                "uninitialized(__torch__.torch.classes.foo.Bar)|The program uses '__torch__.torch.classes', classes of libraries",
                "unchecked_cast(__torch__.M, x)|The program uses 'unchecked_cast' to make a tuple",
                "unchecked_cast(Tuple[Tensor, Tensor], (x, x, x))|The program uses 'unchecked_cast' to make a tuple",
                "unchecked_cast(List[Tuple[Tensor]], [x])|The program uses 'unchecked_cast' to make a tuple",
                "lambda|The program has 'lambda' where PyTorch writes something else",
            })
    void refusesTricks(final String value, final String beginning) {
        final String sentence = refusal(ProgramTexts.forward("return " + value));
        assertTrue(sentence.startsWith(beginning), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9223372036854775807",
                "100000000000",
                "int(x)",
                "torch.numel(x)",
                "ops.prim.min([9223372036854775807, 9000000000000])",
                "torch.mul(torch.len(torch.size(x)), 10000000000)",
                "torch.__range_length(0, 9223372036854775807, 1)",
                "self.n",
            })
    void refusesLoopsWithoutEnd(final String count) {
        final String sentence =
                refusal(
                        ProgramTexts.forward(
                                "for i in range(" + count + "):",
                                "  y = torch.relu(x)",
                                "return x"));
        assertTrue(
                sentence.contains("loops that turn too often")
                        || sentence.contains("how often it turns"),
                sentence);
    }

    @Test
    void refusesLoopsThatBecomeLonger() {
        for (final String[] lines :
                new String[][] {
                    {"while True:", "  pass", "return x"},
                    {
                        "n = 2",
                        "for i in range(90):",
                        "  n = torch.mul(n, 2)",
                        "for j in range(n):",
                        "  pass",
                        "return x"
                    },
                    {
                        "n = [9223372036854775807, 1]",
                        "m = torch.pop(n)",
                        "for j in range(ops.prim.min(n)):",
                        "  pass",
                        "return x"
                    },
                    {
                        "for i in range(1000000):",
                        "  for j in range(1000000):",
                        "    y = torch.relu(x)",
                        "return x"
                    },
                }) {
            final String sentence = refusal(ProgramTexts.forward(lines));
            assertTrue(sentence.contains("loop"), sentence);
        }
    }

    @Test
    void refusesCallsThatDouble() {
        final StringBuilder functions = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            final String next = i == 39 ? "torch.relu" : "__torch__.f" + (i + 1);
            functions.append(
                    "def f%d(x: Tensor) -> Tensor:\n  y = %s(x)\n  return %s(y)\n"
                            .formatted(i, next, next));
        }
        final String sentence =
                refusal(ProgramTexts.module(functions.toString(), "return __torch__.f0(x)"));
        assertTrue(sentence.contains("turn too often"), sentence);
    }

    @Test
    void refusesHooks() {
        for (final String member :
                new String[] {
                    "  def __setstate__(self: __torch__.M,\n    x: Tensor) -> NoneType:\n    return None\n",
                    "  def __getstate__(self: __torch__.M) -> int:\n    return 1\n",
                    "  __forward_hooks__ = [\"forward\"]\n",
                    "  __forward_pre_hooks__ = [\"forward\"]\n",
                }) {
            final String sentence = refusal(ProgramTexts.module(member, "return x"));
            assertTrue(sentence.endsWith("not allowed."), sentence);
        }
    }

    @Test
    void countsLoopsOfPyTorch() {
        for (final String count :
                new String[] {
                    "3",
                    "torch.len(torch.size(x))",
                    "torch.sub(torch.dim(x), 2)",
                    "ops.prim.min([9223372036854775807, torch.len(torch.size(x))])",
                    "torch.__range_length(0, torch.size(x, 2), 2)",
                }) {
            final byte[] archive =
                    ProgramTexts.forward(
                            "for i in range(" + count + "):", "  y = torch.relu(x)", "return x");
            assertDoesNotThrow(() -> ForeignProgram.read(archive), count);
        }
    }

    /** Where one function has the full name of a method, both are read. */
    @Test
    void aFunctionDoesNotHideBehindAMethod() {
        final Map<String, byte[]> files =
                ProgramTexts.files(
                        "class M(Module):\n  def forward(self: __torch__.M,\n    x: Tensor) -> Tensor:\n    return x\n");
        files.put(
                "archive/code/__torch__/M.py",
                ProgramTexts.latin("def forward(x: Tensor) -> Tensor:\n  return torch.save(x)\n"));
        assertTrue(refusal(ProgramTexts.zip(files)).contains("'torch.save'"));
    }

    /** libtorch would look for the second number of a tuple that has one, and for attributes of another class. */
    @Test
    void refusesAttributesOfOtherTypes() {
        for (final String type :
                new String[] {
                    "Tuple[int, int]",
                    "Optional[Tuple[int, int]]",
                    "__torch__.M",
                    "List[__torch__.M]"
                }) {
            final Map<String, byte[]> files =
                    ProgramTexts.files(
                            "class M(Module):\n  w : "
                                    + type
                                    + "\n  def forward(self, x: Tensor) -> Tensor:\n    return x\n");
            files.put(
                    "archive/data.pkl",
                    ProgramTexts.latin(
                            "\u0080\u0002c__torch__\nM\n)\u0081}(X\u0001\0\0\0wK\u0001\u0085ub."));
            assertEquals(
                    "The weights are damaged: '__torch__.M.w' is not of the type that the program says.",
                    refusal(ProgramTexts.zip(files)));
        }
    }

    /** libtorch reads as much of a storage as the pickle says. */
    @Test
    void refusesAStorageThatIsTooShort() {
        final Map<String, byte[]> files =
                ProgramTexts.files(
                        "class M(Module):\n  def forward(self, x: Tensor) -> Tensor:\n    return x\n");
        files.put(
                "archive/data.pkl",
                ProgramTexts.latin(
                        "\u0080\u0002c__torch__\nM\n)\u0081}(X\u0001\0\0\0wctorch._utils\n_rebuild_tensor_v2\n"
                                + "((X\u0007\0\0\0storagectorch\nFloatStorage\nX\u0001\0\0\u00000X\u0003\0\0\0cpuM\u0000\u0010tQ"
                                + "K\0K\u0001\u0085K\u0001\u0085\u0089ccollections\nOrderedDict\n)RtRub."));
        files.put("archive/data/0", new byte[16]);
        assertEquals(
                "The weights are incomplete: data/0 is missing or too short.",
                refusal(ProgramTexts.zip(files)));
    }

    @Test
    void refusesOtherFiles() {
        final Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/b.txt", new byte[1]);
        final String beginning = "The weights are no TorchScript archive that can be read: ";
        assertEquals(beginning + "data.pkl is missing.", refusal(ProgramTexts.zip(files)));
        assertEquals(beginning + "It is no complete zip.", refusal(new byte[0]));
        assertEquals(beginning + "It is no complete zip.", refusal(new byte[1000]));
        final Map<String, byte[]> newer = ProgramTexts.files("");
        newer.put("archive/version", ProgramTexts.latin("99"));
        assertTrue(refusal(ProgramTexts.zip(newer)).contains("version '99'"));
        newer.put("archive/version", ProgramTexts.latin("3"));
        newer.put("archive/byteorder", ProgramTexts.latin("big"));
        assertTrue(refusal(ProgramTexts.zip(newer)).contains("byte order is 'big'"));
    }

    /** Whatever is done to an archive, it is read or refused with a sentence. */
    @Test
    void damagedArchives() throws IOException {
        final byte[] archive = fixture("half.pt");
        final java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 3000; i++) {
            final byte[] bytes = archive.clone();
            for (int k = 0; k < 3; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            readOrRefuse(bytes);
            readOrRefuse(java.util.Arrays.copyOf(archive, random.nextInt(archive.length)));
        }
    }

    /** Texts whose words are exchanged are read or refused with a sentence. */
    @Test
    void shuffledTexts() {
        final String text =
                "class M(Module):\n  __parameters__ = [\"a\", ]\n  n : int\n  def forward(self: __torch__.M,\n    x: Tensor) -> Tensor:\n"
                        + "    y = torch.conv2d(x, [1, 2], -3, \"zeros\")\n    if torch.eq(1, 2):\n      z = x\n    else:\n      z = y\n"
                        + "    for i in range(3):\n      z = annotate(Tensor, z[1:2])\n    a, b, = (x, y)\n    return {1: z}\n";
        final String[] words = text.split("(?<=\\W)|(?=\\W)");
        final java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 3000; i++) {
            final String[] changed = words.clone();
            changed[random.nextInt(words.length)] = words[random.nextInt(words.length)];
            changed[random.nextInt(words.length)] = words[random.nextInt(words.length)];
            readOrRefuse(ProgramTexts.archive(String.join("", changed)));
        }
    }

    private static void readOrRefuse(final byte[] archive) {
        try {
            ForeignProgram.read(archive).parameters().values().forEach(Tensor::shape);
        } catch (final UNetException e) {
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
        }
    }
}
