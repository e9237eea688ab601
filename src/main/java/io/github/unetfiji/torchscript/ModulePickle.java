package io.github.unetfiji.torchscript;

import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes {@code data.pkl}: the module as an object with its parameters, in Python's pickle protocol
 * 2 with the opcodes that libtorch reads.
 *
 * @see <a href="https://docs.python.org/3/library/pickletools.html">pickletools</a>
 */
final class ModulePickle {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ModulePickle() {}

    /**
     * The module {@code __torch__.UNet} with these parameters, storage i being parameter i. It is in
     * inference mode: dropout rests until somebody calls {@code train()}.
     */
    static byte[] write(final Parameters parameters) {
        final ModulePickle pickle = new ModulePickle();
        pickle.begin();
        pickle.global("__torch__", UNetProgram.CLASS_NAME);
        pickle.op(')').op(0x81).op('}').op('(');
        pickle.string("training").op(0x89);
        int key = 0;
        for (final String name : parameters.names()) {
            pickle.string(UNetProgram.attribute(name));
            pickle.tensor(key++, MemoryLayout.channelsLast(parameters.get(name).shape()));
        }
        return pickle.op('u').op('b').end();
    }

    /** The pickle of (). */
    static byte[] emptyTuple() {
        final ModulePickle pickle = new ModulePickle();
        pickle.begin();
        return pickle.op(')').end();
    }

    private void begin() {
        op(0x80).op(2);
    }

    private byte[] end() {
        op('.');
        return out.toByteArray();
    }

    /** torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks). */
    private void tensor(final int key, final MemoryLayout layout) {
        global("torch._utils", "_rebuild_tensor_v2").op('(');
        op('(').string("storage");
        global("torch", "FloatStorage");
        string(Integer.toString(key)).string("cpu").integer(Tensor.size(layout.shape()));
        op('t').op('Q');
        integer(0).tuple(layout.shape()).tuple(layout.strides()).op(0x88);
        global("collections", "OrderedDict").op(')').op('R');
        op('t').op('R');
    }

    private ModulePickle op(final int code) {
        out.write(code);
        return this;
    }

    private ModulePickle global(final String module, final String name) {
        op('c');
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private ModulePickle string(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        op('X').fourBytes(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private ModulePickle integer(final long value) {
        return op('J').fourBytes(Math.toIntExact(value));
    }

    private ModulePickle tuple(final long[] values) {
        op('(');
        for (final long value : values) {
            integer(value);
        }
        return op('t');
    }

    private ModulePickle fourBytes(final int value) {
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        return this;
    }
}
