package io.github.unetfiji.processing;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.stack.DerivedSlices;
import io.github.unetfiji.stack.SliceSource;
import java.util.Locale;
import java.util.Map;

/** The slices of an image, prepared for a program when they are read. */
final class PreparedSlices extends DerivedSlices {

    private final TensorDescription input;
    private final OperationChain chain;
    private final Statistics dataSet;
    private final Cast taken;

    PreparedSlices(
            final SliceSource image,
            final TensorDescription input,
            final OperationChain chain,
            final Statistics dataSet) {
        super(image);
        this.input = input;
        this.chain = chain;
        this.dataSet = dataSet;
        taken =
                input.operations().stream()
                        .limit(1)
                        .filter(Operation.EnsureDtype.class::isInstance)
                        .map(Operation.EnsureDtype.class::cast)
                        .map(first -> Cast.to(first.dtype()))
                        .findFirst()
                        .orElse(new Cast(Cast.Type.FLOAT32));
    }

    /** Reads all slices for the statistics of the data set, as often as these need. */
    void collect(final Progress progress) {
        final int passes = dataSet.passes();
        for (int step = 0; step < passes * slices(); step++) {
            progress.checkCancelled();
            dataSet.add(sample(step % slices()), step / slices());
            progress.report(step + 1, (long) passes * slices(), "reading intensities");
        }
    }

    private Map<String, NamedTensor> sample(final int index) {
        final float[] slice = source().slice(index);
        checkFinite(slice, index);
        checkTaken(slice);
        return Map.of(input.id(), NamedTensor.ofSlice(input, channels(), height(), width(), slice));
    }

    private void checkTaken(final float[] slice) {
        if (taken.isOfFractions()) {
            return;
        }
        for (final float value : slice) {
            if (!taken.holds(value)) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The image%s holds %s, but the model takes %s, %s to %s: scale the"
                                        + " intensities to that range.",
                                name().isEmpty() ? "" : " '" + name() + "'",
                                value,
                                taken.type().name().toLowerCase(Locale.ROOT),
                                taken.type().least(),
                                taken.type().most()));
            }
        }
    }

    @Override
    public float[] slice(final int index) {
        return chain.applied(sample(index), dataSet).values();
    }
}
