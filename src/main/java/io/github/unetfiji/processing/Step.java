package io.github.unetfiji.processing;

import java.util.List;
import java.util.function.Function;

/** An operation that is ready to be applied to a tensor. */
interface Step {

    /** The statistics that it needs; those of a tensor are taken before the first operation. */
    default List<Measure> measures() {
        return List.of();
    }

    /** Whether the result at a place depends only on the values there, of all channels. */
    default boolean isPointwise() {
        return measures().isEmpty();
    }

    /**
     * Changes the values of a tensor.
     *
     * @param known values of the measures
     */
    void apply(NamedTensor tensor, Function<Measure, MeasureValues> known);
}
