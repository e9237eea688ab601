package io.github.unetfiji.processing;

/** Collects a {@link Measure} from blocks that have the same groups. */
interface Collector {

    /** How often all blocks must be taken, in the same order or another. */
    int passes();

    /**
     * Takes a block.
     *
     * @param pass from 0
     */
    void add(NamedTensor block, int pass);

    /** The values, after all passes. */
    MeasureValues values();
}
