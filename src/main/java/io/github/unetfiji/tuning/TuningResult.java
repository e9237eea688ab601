package io.github.unetfiji.tuning;

import io.github.unetfiji.model.Postprocessing;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was chosen, and what it brings on the slices by which it was chosen - on others it may be less.
 *
 * @param best what was chosen
 * @param iou mean IoU of the classes with it, 0..1
 * @param iouBefore with the most probable classes
 * @param precision mean average precision of the objects with it, 0..1
 * @param precisionBefore with objects as they are above 0.5
 */
public record TuningResult(
        Postprocessing best,
        double iou,
        double iouBefore,
        double precision,
        double precisionBefore) {

    /**
     * For the provenance of a model: plain numbers.
     *
     * @param slices by which it was tuned
     */
    public Map<String, Object> toMap(final int slices) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("slices", slices);
        map.put("mean_iou", rounded(iou));
        map.put("mean_iou_untuned", rounded(iouBefore));
        map.put("object_average_precision", rounded(precision));
        map.put("object_average_precision_untuned", rounded(precisionBefore));
        return map;
    }

    private static double rounded(final double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
