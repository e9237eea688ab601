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
 * Reads a pickle of TorchScript, such as {@code data.pkl}.
 *
 * <p>Understands the opcodes that libtorch and PyTorch write. It builds plain data only - strings, numbers, lists, maps, {@link
 * PickledObject}s, {@link StoredTensor}s - and never calls what the pickle names.
 */
final class Unpickler {

    /** Stands for nothing: an ArrayDeque holds no null. */
    static final Object NONE = "None".toCharArray();

    /** Something of the pickle that stands for a Python function or class. */
    private record Global(String name) {}

    /** A storage that the pickle refers to; {@code size} elements are read of it. */
    private record Storage(ElementType type, String key, long size) {}

    private static final Object MARK = new Object();
    private static final String CLASSES = "__torch__.";

    private final ByteBuffer in;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private final Map<String, Long> storages = new LinkedHashMap<>();

    Unpickler(final byte[] pickle) {
        in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The tensors of a flat module by attribute name, all float32.
     *
     * @throws UNetException if this is no pickle of such a module
     */
    Map<String, StoredTensor> readModule() {
        if (read() instanceof PickledObject module) {
            return tensors(module.attributes());
        }
        throw new UNetException("The weights are no module: data.pkl holds something else.");
    }

    private static Map<String, StoredTensor> tensors(final Map<String, Object> attributes) {
        final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        attributes.forEach(
                (name, value) -> {
                    if (value instanceof StoredTensor tensor) {
                        if (tensor.type() != ElementType.FLOAT) {
                            throw new UNetException(
                                    "The weights are not float32: "
                                            + tensor.type().storage()
                                            + ".");
                        }
                        tensors.put(name, tensor);
                    }
                });
        return tensors;
    }

    /**
     * What the pickle holds.
     *
     * @throws UNetException if it is damaged, or uses what TorchScript does not
     */
    Object read() {
        try {
            return run();
        } catch (final BufferUnderflowException
                | java.util.NoSuchElementException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            throw new UNetException("The weights are damaged: data.pkl cannot be read.", e);
        }
    }

    /** The bytes that are read of each storage that was referred to, by its key. */
    Map<String, Long> storages() {
        return storages;
    }

    private Object run() {
        while (true) {
            final int op = in.get() & 0xff;
            if (op == '.') {
                return pop();
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
            case 'N' -> stack.push(NONE);
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
            case 'Q' -> stack.push(storage((List<?>) pop()));
            case 0x81 -> {
                pop();
                stack.push(object((Global) pop()));
            }
            case 'R' -> stack.push(call((List<?>) pop(), (Global) pop()));
            case 'u' -> setItems();
            case 'e' -> appendItems();
            case 'b' -> {
                final Map<String, Object> state = attributes(pop());
                ((PickledObject) stack.element()).setAttributes(state);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean remember(final int op) {
        switch (op) {
            case 'q' -> memo.put(in.get() & 0xff, value(stack.element()));
            case 'r' -> memo.put(in.getInt(), value(stack.element()));
            case 'h' -> stack.push(remembered(in.get() & 0xff));
            case 'j' -> stack.push(remembered(in.getInt()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Object pop() {
        return value(stack.pop());
    }

    /**
     * NB: libtorch keeps marks elsewhere, and makes an object only of its attributes. Whoever used one of these as a value would
     * have it read another pickle than this class.
     */
    private static Object value(final Object item) {
        if (item == MARK || (item instanceof PickledObject object && !object.isMade())) {
            throw new ClassCastException("no value");
        }
        return item;
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
            items.add(value(item));
        }
        Collections.reverse(items);
        return items;
    }

    private List<Object> popLast(final int count) {
        final List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(0, pop());
        }
        return items;
    }

    @SuppressWarnings("unchecked")
    private void setItems() {
        final List<Object> items = popToMark();
        final Map<Object, Object> map = (Map<Object, Object>) stack.element();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            map.put(key(items.get(i)), items.get(i + 1));
        }
    }

    /** NB: only texts and numbers are keys; a map that is its own key has no finite hash. */
    private static Object key(final Object key) {
        if (key instanceof String
                || key instanceof Long
                || key instanceof Double
                || key instanceof Boolean) {
            return key;
        }
        throw new ClassCastException("key");
    }

    @SuppressWarnings("unchecked")
    private void appendItems() {
        final List<Object> items = popToMark();
        ((List<Object>) stack.element()).addAll(items);
    }

    private static PickledObject object(final Global type) {
        if (!type.name().startsWith(CLASSES)) {
            throw new UNetException(
                    "The weights hold an object of " + type.name() + ", unknown here.");
        }
        return new PickledObject(type.name());
    }

    private static Map<String, Object> attributes(final Object state) {
        final Map<String, Object> attributes = new LinkedHashMap<>();
        ((Map<?, ?>) state).forEach((name, value) -> attributes.put((String) name, value));
        return attributes;
    }

    /** ("storage", type, key, device, size). */
    private Storage storage(final List<?> id) {
        final String name = ((Global) id.get(1)).name();
        final ElementType type =
                ElementType.of(name)
                        .orElseThrow(
                                () ->
                                        new UNetException(
                                                "The weights are of type "
                                                        + name
                                                        + ", unknown here."));
        final String key = (String) id.get(2);
        final long size = (Long) id.get(4);
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw new UNetException(
                    "The weights are damaged: storage " + key + " has a size of " + size + ".");
        }
        storages.merge(key, size * type.bytes(), Math::max);
        return new Storage(type, key, size);
    }

    private static Object call(final List<?> args, final Global function) {
        return switch (function.name()) {
            case "torch._utils._rebuild_tensor_v2" -> tensor(args);
            case "collections.OrderedDict" -> new LinkedHashMap<>();
            // NB: lists of one type, and values with the name of their type: (values, type).
            case "torch.jit._pickle.build_intlist",
                    "torch.jit._pickle.build_doublelist",
                    "torch.jit._pickle.build_boollist",
                    "torch.jit._pickle.build_tensorlist",
                    "torch.jit._pickle.restore_type_tag",
                    "torch.device" ->
                    args.get(0);
            default ->
                    throw new UNetException(
                            "The weights call " + function.name() + ", unknown here.");
        };
    }

    private static StoredTensor tensor(final List<?> args) {
        final Storage storage = (Storage) args.get(0);
        final StoredTensor tensor =
                new StoredTensor(
                        storage.key(),
                        storage.type(),
                        (Long) args.get(1),
                        new MemoryLayout(longs(args.get(2)), longs(args.get(3))));
        tensor.checkInside(storage.size());
        return tensor;
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
