package io.github.unetfiji.torchscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of an author who knows libtorch: what it takes for granted, and what it reads otherwise than this program. */
class HostileProgramTest {

    private static final String CLASS =
            """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.M,
                x: Tensor) -> Tensor:
                return x
            """;

    /** Kernels that trust their caller: they were seen to read or write beyond their tensors, or belong to such ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "_cummax_helper",
                "_cummin_helper",
                "native_batch_norm",
                "_native_batch_norm_legit",
                "_batch_norm_with_update",
                "_batch_norm_no_update",
                "_weight_norm_interface",
                "_transform_bias_rescale_qkv",
                "_scaled_dot_product_flash_attention_for_cpu",
                "linalg_ldl_solve",
                "linalg_lu_solve",
                "lu_solve",
                "thnn_conv2d",
                "_slow_conv2d_forward",
                "fractional_max_pool2d",
                "rrelu_with_noise",
                "grid_sampler_2d",
                "_unsafe_index",
                "_unsafe_index_put",
                "_unsafe_masked_index",
                "_sparse_coo_tensor_unsafe",
                "_sparse_csr_tensor_unsafe",
                "_nested_view_from_buffer",
                "_efficientzerotensor",
                "_cudnn_rnn",
                "_foreach_add_",
                "empty_strided",
                "set_",
                "resize_",
                "special_hermite_polynomial_h",
            })
    void refusesKernelsThatTrustTheirCaller(final String name) {
        final String sentence =
                "The program uses 'torch."
                        + name
                        + "', which is not among the operators that a program of others may use.";
        assertEquals(sentence, refusal(ProgramTexts.forward("return torch." + name + "(x, 0)")));
        assertTrue(
                refusal(ProgramTexts.forward("return ops.aten." + name + "(x, 0)"))
                        .contains("ops.aten." + name));
    }

    /** NB: libtorch calls the method of the object that is there, however many arguments that has. */
    @Test
    void refusesInterfaces() {
        final String sentence =
                refusal(
                        ProgramTexts.archive(
                                CLASS
                                        + "class I(ModuleInterface):\n"
                                        + "  def forward(self: __torch__.I,\n"
                                        + "    x: Tensor) -> Tensor:\n"
                                        + "    pass\n"));
        assertEquals(
                "The program has '__torch__.I', an interface, of which nobody can tell what it calls;"
                        + " that is not allowed.",
                sentence);
    }

    /** NB: what is an item of a list can be an object, and so have another one by the name of an operator. */
    @Test
    void refusesACallOfItselfByAnItemOfAList() {
        final String sentence =
                refusal(
                        ProgramTexts.archive(
                                """
                                class M(Module):
                                  __parameters__ = []
                                  __buffers__ = []
                                  training : bool
                                  index : __torch__.M
                                  def forward(self: __torch__.M,
                                    x: Tensor) -> Tensor:
                                    return ([self][0]).index(x)
                                """));
        assertTrue(sentence.contains("calls itself"), sentence);
    }

    @Test
    void refusesClassesOfLibraries() {
        final Map<String, byte[]> files = ProgramTexts.files(CLASS);
        files.put(
                "archive/code/__torch__/torch/classes/quantized.py",
                ProgramTexts.latin("class Conv2dPackedParamsBase:\n  a : int\n"));
        assertEquals(
                "The program defines '__torch__.torch.classes.quantized', where only libraries may.",
                refusal(ProgramTexts.zip(files)));
    }

    /**
     * NB: libtorch keeps marks in a list of their own, so that the tuple of two is the list and the 1; and it makes an object when
     * it gets its attributes, so that there are two objects where one gets them twice.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0080\u0002](K\u0001\u0086.",
                "\u0080\u0002](q\u0000K\u0001t.",
                "\u0080\u0002]((l.",
                "\u0080\u0002c__torch__\nM\n)\u0081q\u0000}b.",
                "\u0080\u0002c__torch__\nM\n)\u0081}b}b.",
                "\u0080\u0002c__torch__\nM\n)\u0081.",
                "\u0080\u0002c__torch__\nM\n)\u0081c__torch__\nM\n)\u0081}b\u0086.",
            })
    void refusesAPickleThatLibtorchReadsOtherwise(final String pickle) {
        final Map<String, byte[]> files = ProgramTexts.files(CLASS);
        files.put("archive/data.pkl", ProgramTexts.latin(pickle));
        final String sentence = refusal(ProgramTexts.zip(files));
        assertTrue(
                sentence.startsWith("The weights are damaged: data.pkl cannot be read.")
                        || sentence.startsWith("The weights use pickle opcode"),
                sentence);
    }

    /** A list that holds a list a thousand times, which holds one a thousand times, and so on: a small file. */
    @Test
    void refusesListsThatRepeat() {
        final StringBuilder pickle =
                new StringBuilder(
                        "\u0080\u0002c__torch__\nM\n)\u0081}(X\u0001\u0000\u0000\u0000a]q\u0000");
        for (int level = 1; level < 4; level++) {
            pickle.append("X\u0001\u0000\u0000\u0000").append((char) ('a' + level)).append("](");
            for (int i = 0; i < 1000; i++) {
                pickle.append('h').append((char) (level - 1));
            }
            pickle.append("eq").append((char) level);
        }
        pickle.append("ub.");
        final Map<String, byte[]> files =
                ProgramTexts.files(
                        CLASS.replace("training : bool", "d : List[List[List[List[int]]]]"));
        files.put("archive/data.pkl", ProgramTexts.latin(pickle.toString()));
        assertEquals(
                "The weights hold lists of lists that repeat too many values.",
                refusal(ProgramTexts.zip(files)));
    }

    /** NB: the directory of a zip may say of any number of files that they are at one place. */
    @Test
    void refusesAZipThatIsOneFileManyTimes() {
        final Map<String, byte[]> files = new LinkedHashMap<>(ProgramTexts.files(CLASS));
        final int count = 40;
        for (int i = 0; i < count; i++) {
            files.put("archive/data/" + (10 + i), new byte[i == 0 ? 4 << 20 : 0]);
        }
        assertEquals(
                "The weights are no TorchScript archive that can be read: It unpacks to more than 20"
                        + " times its size.",
                refusal(atOnePlace(ProgramTexts.zip(files), "archive/data/10")));
    }

    /** Has all entries of that folder be what this one is. */
    private static byte[] atOnePlace(final byte[] zip, final String first) {
        final ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int from = -1;
        for (int at = 0; at < zip.length - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                final String name =
                        new String(
                                zip,
                                at + 46,
                                bytes.getShort(at + 28),
                                java.nio.charset.StandardCharsets.UTF_8);
                if (name.equals(first)) {
                    from = at;
                } else if (name.startsWith("archive/data/")) {
                    bytes.put(at + 10, zip, from + 10, 18);
                    bytes.put(at + 42, zip, from + 42, 4);
                }
            }
        }
        return zip;
    }

    private static String refusal(final byte[] archive) {
        return assertThrows(UNetException.class, () -> ForeignProgram.read(archive)).getMessage();
    }
}
