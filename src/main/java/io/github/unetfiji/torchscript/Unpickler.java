package io.github.unetfiji.torchscript;

import io.github.unetfiji.UNetException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the tensors of a module from {@code data.pkl}.
 *
 * <p>Understands the opcodes that libtorch and PyTorch write for a flat module. It builds plain data
 * only - strings, numbers, tuples, tensor descriptions - and never calls what the pickle names.
 */
final class Unpickler {

    /** Something of the pickle that stands for a Python function or class. */
    private record Global(String name) {}

    private static final Object MARK = new Object();

    private final ByteBuffer in;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    Unpickler(final byte[] pickle) {
        in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The tensors of the module by attribute name.
     *
     * @throws UNetException if this is no pickle of a module
     */
    Map<String, StoredTensor> readModule() {
        try {
            if (run() instanceof Map<?, ?> state) {
                return tensors(state);
            }
        } catch (final BufferUnderflowException
                | java.util.NoSuchElementException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            throw new UNetException("The weights are damaged: data.pkl cannot be read.", e);
        }
        throw new UNetException("The weights are no module: data.pkl holds something else.");
    }

    private static Map<String, StoredTensor> tensors(final Map<?, ?> state) {
        final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        state.forEach(
                (name, value) -> {
                    if (value instanceof StoredTensor tensor) {
                        tensors.put((String) name, tensor);
                    }
                });
        return tensors;
    }

    private Object run() {
        while (true) {
            final int op = in.get() & 0xff;
            if (op == '.') {
                return stack.pop();
            }
            if (!pushConstant(op) && !build(op) && !remember(op)) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The weights use pickle opcode 0x%02x, unknown here.",
                                op));
            }
        }
    }

    private boolean pushConstant(final int op) {
        switch (op) {
            case 0x80 -> in.get();
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            // NB: an ArrayDeque holds no null; nothing of a module depends on the difference.
            case 'N' -> stack.push(false);
            case 'K' -> stack.push((long) (in.get() & 0xff));
            case 'M' -> stack.push((long) (in.getShort() & 0xffff));
            case 'J' -> stack.push((long) in.getInt());
            case 0x8a -> stack.push(longOf(in.get() & 0xff));
            case 'G' -> stack.push(in.order(ByteOrder.BIG_ENDIAN).getDouble());
            case 'X' -> stack.push(text(in.getInt()));
            case ')' -> stack.push(List.of());
            case ']' -> stack.push(new ArrayList<>());
            case '}' -> stack.push(new LinkedHashMap<>());
            case '(' -> stack.push(MARK);
            case 'c' -> stack.push(new Global(textLine() + "." + textLine()));
            default -> {
                return false;
            }
        }
        in.order(ByteOrder.LITTLE_ENDIAN);
        return true;
    }

    private boolean build(final int op) {
        switch (op) {
            case 't' -> stack.push(popToMark());
            case 0x85 -> stack.push(popLast(1));
            case 0x86 -> stack.push(popLast(2));
            case 0x87 -> stack.push(popLast(3));
            case 'Q' -> stack.push(storageKey((List<?>) stack.pop()));
            case 0x81 -> stack.pop();
            case 'R' -> stack.push(call((List<?>) stack.pop(), stack.pop()));
            case 'u' -> setItems();
            case 'b' -> {
                final Object state = stack.pop();
                stack.pop();
                stack.push(state);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean remember(final int op) {
        switch (op) {
            case 'q' -> memo.put(in.get() & 0xff, stack.peek());
            case 'r' -> memo.put(in.getInt(), stack.peek());
            case 'h' -> stack.push(remembered(in.get() & 0xff));
            case 'j' -> stack.push(remembered(in.getInt()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Object remembered(final int index) {
        final Object value = memo.get(index);
        if (value == null) {
            throw new java.util.NoSuchElementException("memo " + index);
        }
        return value;
    }

    private List<Object> popToMark() {
        final List<Object> items = new ArrayList<>();
        for (Object item = stack.pop(); item != MARK; item = stack.pop()) {
            items.add(item);
        }
        Collections.reverse(items);
        return items;
    }

    private List<Object> popLast(final int count) {
        final List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(0, stack.pop());
        }
        return items;
    }

    @SuppressWarnings("unchecked")
    private void setItems() {
        final List<Object> items = popToMark();
        final Map<String, Object> map = (Map<String, Object>) stack.peek();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            // NB: only texts are keys; a map that is its own key has no finite hash.
            map.put((String) items.get(i), items.get(i + 1));
        }
    }

    /** ("storage", type, key, device, size): the key stands for the storage. */
    private static String storageKey(final List<?> id) {
        final String type = ((Global) id.get(1)).name();
        if (!type.equals("torch.FloatStorage")) {
            throw new UNetException("The weights are not float32: " + type + ".");
        }
        return (String) id.get(2);
    }

    private static Object call(final List<?> args, final Object function) {
        final String name = ((Global) function).name();
        return switch (name) {
            case "torch._utils._rebuild_tensor_v2" ->
                    new StoredTensor(
                            (String) args.get(0),
                            (Long) args.get(1),
                            new MemoryLayout(longs(args.get(2)), longs(args.get(3))));
            case "collections.OrderedDict" -> new LinkedHashMap<>();
            default -> throw new UNetException("The weights call " + name + ", unknown here.");
        };
    }

    private static long[] longs(final Object tuple) {
        return ((List<?>) tuple).stream().mapToLong(v -> (Long) v).toArray();
    }

    private String text(final int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        final byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String textLine() {
        final StringBuilder line = new StringBuilder();
        for (char c = (char) in.get(); c != '\n'; c = (char) in.get()) {
            line.append(c);
        }
        return line.toString();
    }

    private long longOf(final int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            final long next = i == bytes - 1 ? in.get() : in.get() & 0xff;
            value |= next << (8 * i);
        }
        return value;
    }
}
