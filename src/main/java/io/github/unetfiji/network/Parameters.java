package io.github.unetfiji.network;

import io.github.unetfiji.UNetException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The weights and biases of a network by name, for example {@code enc0.conv1.weight} (out, in,
 * height, width). Of a U-Net the names and shapes follow from the {@link Architecture}; those of other networks are what
 * their programs have, with the statistics of batch normalisations among them.
 */
public final class Parameters {

    /** NB: a model file is made of one array of bytes, and holds a little more than these. */
    private static final long MOST = (Integer.MAX_VALUE - (1 << 20)) / Float.BYTES;

    /** NB: trained weights are below 100; the product of a few much larger ones is no float any more. */
    private static final float LARGEST = 1e9f;

    private final Map<String, Tensor> tensors;

    private Parameters(final Map<String, Tensor> tensors) {
        this.tensors = Collections.unmodifiableMap(tensors);
    }

    /**
     * Draws initial weights from a Gaussian with standard deviation sqrt(2/N), N the number of
     * incoming nodes of one neuron, biases 0 (Ronneberger et al. 2015, section 3; He et al. 2015,
     * doi:10.1109/ICCV.2015.123). The same seed gives the same weights on every machine.
     *
     * @throws UNetException if there are more parameters than a model file can hold
     */
    public static Parameters initial(final Architecture architecture, final long seed) {
        checkCount(architecture);
        final Random random = new Random(seed);
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (final Architecture.Layer layer : architecture.layers()) {
            final double sd = Math.sqrt(2.0 / layer.incoming());
            final long[] shape = layer.weightShape();
            final float[] values = new float[Math.toIntExact(Tensor.size(shape))];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (sd * random.nextGaussian());
            }
            tensors.put(layer.weight(), new Tensor(shape, values));
            tensors.put(layer.bias(), new Tensor(new long[] {layer.out()}, new float[layer.out()]));
        }
        return new Parameters(tensors);
    }

    /**
     * Nothing but zeros, to measure what memory and time a network takes.
     *
     * @throws UNetException if there are more parameters than a model file can hold
     */
    public static Parameters zeros(final Architecture architecture) {
        checkCount(architecture);
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (final Architecture.Layer layer : architecture.layers()) {
            final long[] shape = layer.weightShape();
            final int size = Math.toIntExact(Tensor.size(shape));
            tensors.put(layer.weight(), new Tensor(shape, new float[size]));
            tensors.put(layer.bias(), new Tensor(new long[] {layer.out()}, new float[layer.out()]));
        }
        return new Parameters(tensors);
    }

    /**
     * Checks that a model file can hold the weights of a network.
     *
     * @throws UNetException if there are more
     */
    public static void checkCount(final Architecture architecture) {
        if (architecture.parameterCount() > MOST) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "A network of depth %d with %d features has %d weights, but a model"
                                    + " file holds at most %d: use fewer features or a smaller"
                                    + " depth.",
                            architecture.depth(),
                            architecture.features(),
                            architecture.parameterCount(),
                            MOST));
        }
    }

    /**
     * Takes tensors by name and checks that they are just those of the architecture.
     *
     * @throws UNetException names the first tensor that is missing, superfluous, of another shape, or
     *     not finite or above 1e9
     */
    public static Parameters of(final Architecture architecture, final Map<String, Tensor> given) {
        final Map<String, long[]> shapes = new LinkedHashMap<>();
        given.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        check(architecture, shapes);
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (final Architecture.Layer layer : architecture.layers()) {
            take(layer.weight(), given, tensors);
            take(layer.bias(), given, tensors);
        }
        return new Parameters(tensors);
    }

    /**
     * Takes the tensors of any network by name, in their order.
     *
     * @throws UNetException names the first tensor that is not finite or above 1e9
     */
    public static Parameters of(final Map<String, Tensor> given) {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        given.keySet().forEach(name -> take(name, given, tensors));
        return new Parameters(tensors);
    }

    /**
     * Takes tensors by name and checks that they are just those of this network.
     *
     * @return in the order of these
     * @throws UNetException names the first tensor that is missing, superfluous, of another shape, or not finite or above 1e9
     */
    public Parameters like(final Map<String, Tensor> given) {
        final Map<String, Tensor> taken = new LinkedHashMap<>();
        for (final Map.Entry<String, Tensor> own : tensors.entrySet()) {
            final Tensor tensor = given.get(own.getKey());
            checkShape(
                    own.getKey(), own.getValue().shape(), tensor == null ? null : tensor.shape());
            take(own.getKey(), given, taken);
        }
        for (final String name : given.keySet()) {
            if (!tensors.containsKey(name)) {
                throw superfluous(name);
            }
        }
        return new Parameters(taken);
    }

    /**
     * Checks, before any value is read, that tensors are just those of the architecture.
     *
     * @param shapes by name
     * @throws UNetException as {@link #of} does
     */
    public static void check(final Architecture architecture, final Map<String, long[]> shapes) {
        final Set<String> known = new HashSet<>();
        for (final Architecture.Layer layer : architecture.layers()) {
            checkShape(layer.weight(), layer.weightShape(), shapes.get(layer.weight()));
            checkShape(layer.bias(), new long[] {layer.out()}, shapes.get(layer.bias()));
            known.add(layer.weight());
            known.add(layer.bias());
        }
        for (final String name : shapes.keySet()) {
            if (!known.contains(name)) {
                throw superfluous(name);
            }
        }
    }

    private static UNetException superfluous(final String name) {
        return new UNetException(
                "The weights hold " + name + ", which this network does not have.");
    }

    private static void checkShape(final String name, final long[] wanted, final long[] shape) {
        if (shape == null) {
            throw new UNetException("The weights lack " + name + ".");
        }
        if (!Arrays.equals(wanted, shape)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The weights hold %s of shape %s, but the network needs %s.",
                            name,
                            Arrays.toString(shape),
                            Arrays.toString(wanted)));
        }
    }

    private static void take(
            final String name, final Map<String, Tensor> from, final Map<String, Tensor> into) {
        final Tensor tensor = from.get(name);
        for (final float value : tensor.values()) {
            // NB: written so that NaN fails, too.
            if (!(Math.abs(value) <= LARGEST)) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The weights hold %s in %s, but those of a network that works are"
                                        + " within -1e9 to 1e9.",
                                value,
                                name));
            }
        }
        into.put(name, tensor);
    }

    /** All names, in the order of the data flow. */
    public Set<String> names() {
        return tensors.keySet();
    }

    /**
     * The tensor of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor get(final String name) {
        final Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return tensor;
    }

    /** Number of values in all. */
    public long count() {
        return tensors.values().stream().mapToLong(t -> t.values().length).sum();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Parameters parameters && tensors.equals(parameters.tensors);
    }

    @Override
    public int hashCode() {
        return tensors.hashCode();
    }
}
