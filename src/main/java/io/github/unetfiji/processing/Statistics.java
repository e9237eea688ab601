package io.github.unetfiji.processing;

import io.github.unetfiji.UNetException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Statistics of tensors that operations need, collected sample by sample. All samples are taken as often as {@link #passes} says:
 *
 * <pre>
 * for (int pass = 0; pass &lt; statistics.passes(); pass++) {
 *     for (int z = 0; z &lt; slices; z++) {
 *         statistics.add(Map.of("probability", slice(z)), pass);
 *     }
 * }
 * </pre>
 */
public final class Statistics {

    /** More groups than that are sorted, since each group that is counted takes 1.5 MB. */
    private static final int MOST_COUNTED = 64;

    /** Values of a group from which counting is faster than sorting. */
    private static final int LEAST_COUNTED = 20_000;

    private final Map<Measure, Collector> collectors = new LinkedHashMap<>();
    private final Map<Measure, MeasureValues> known = new LinkedHashMap<>();
    private final Collection<Measure> measures;

    Statistics(final Collection<Measure> measures) {
        this.measures = measures;
    }

    /** The statistics of one sample. */
    static Statistics ofSample(
            final Collection<Measure> measures, final Map<String, NamedTensor> sample) {
        final Statistics statistics = new Statistics(measures);
        for (int pass = 0; pass < 2; pass++) {
            statistics.add(sample, pass);
        }
        return statistics;
    }

    /** How often all samples must be added: 0 if nothing is to be known, 2 if there are percentiles, else 1. */
    public int passes() {
        if (measures.isEmpty()) {
            return 0;
        }
        return measures.stream().anyMatch(Measure.Percentile.class::isInstance) ? 2 : 1;
    }

    /**
     * Adds a sample.
     *
     * @param sample its tensors by id, before any operation; at least those that the operations name
     * @param pass 0 .. passes - 1
     */
    public void add(final Map<String, NamedTensor> sample, final int pass) {
        for (final Measure measure : measures) {
            final NamedTensor tensor = tensor(measure, sample);
            final Collector collector =
                    collectors.computeIfAbsent(measure, wanted -> collector(wanted, tensor));
            if (pass < collector.passes()) {
                collector.add(tensor, pass);
            }
        }
    }

    private static NamedTensor tensor(
            final Measure measure, final Map<String, NamedTensor> sample) {
        final NamedTensor tensor = sample.get(measure.tensor());
        if (tensor == null) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "An operation of the package needs statistics of the tensor '%s', but"
                                    + " there are only %s.",
                            measure.tensor(),
                            String.join(", ", sample.keySet())));
        }
        return tensor;
    }

    private static Collector collector(final Measure measure, final NamedTensor tensor) {
        if (measure instanceof Measure.Percentile percentile) {
            final Groups groups = Groups.joint(tensor, percentile.axes());
            final boolean sorted =
                    groups.count() > MOST_COUNTED
                            || (!percentile.isOfDataSet() && groups.size() < LEAST_COUNTED);
            return sorted ? new SortedCollector(percentile) : new RankCollector(percentile);
        }
        return new MomentsCollector((Measure.Moments) measure);
    }

    MeasureValues values(final Measure measure) {
        return known.computeIfAbsent(measure, wanted -> collectors.get(wanted).values());
    }
}
