package io.github.unetfiji.processing;

import io.github.unetfiji.bioimageio.TensorDescription;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Operations of a tensor, one after the other. NB: all statistics are those of the tensor before the first operation, as in the
 * official core, which computes them once.
 */
final class OperationChain {

    private final String tensor;
    private final List<Step> steps;
    private final Set<Measure> measures;

    private OperationChain(final TensorDescription description) {
        final Steps maker = new Steps(description.id());
        tensor = description.id();
        steps = description.operations().stream().map(maker::of).toList();
        measures =
                steps.stream()
                        .flatMap(step -> step.measures().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The operations of a tensor, among which its reader put the casts that the format implies. */
    static OperationChain of(final TensorDescription description) {
        return new OperationChain(description);
    }

    /** Statistics that the steps need. */
    Collection<Measure> measures(final boolean ofDataSet) {
        return measures.stream().filter(measure -> measure.isOfDataSet() == ofDataSet).toList();
    }

    /** Whether the result at a place depends only on the values there, of all channels. */
    boolean isPointwise() {
        return steps.stream().allMatch(Step::isPointwise);
    }

    /** Ids of other tensors that the steps need. */
    Set<String> references() {
        return measures.stream()
                .map(Measure::tensor)
                .filter(id -> !id.equals(tensor))
                .collect(Collectors.toSet());
    }

    /**
     * Changes the tensor of a sample.
     *
     * @param sample its tensors by id, before any operation
     * @param dataSet statistics of all samples
     */
    NamedTensor applied(final Map<String, NamedTensor> sample, final Statistics dataSet) {
        final Statistics own = Statistics.ofSample(measures(false), sample);
        final NamedTensor changed = sample.get(tensor);
        for (final Step step : steps) {
            step.apply(changed, measure -> (measure.isOfDataSet() ? dataSet : own).values(measure));
        }
        return changed;
    }
}
