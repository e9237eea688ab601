package io.github.unetfiji.tuning;

import io.github.unetfiji.model.Postprocessing;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The postprocessing that was chosen, and its scores on the slices by which it was chosen; on other slices they may
 * be lower.
 *
 * @param best the postprocessing that was chosen
 * @param iou mean IoU of the classes with it, 0..1
 * @param iouBefore mean IoU of the most probable classes, 0..1
 * @param precision mean average precision of the objects with it, 0..1
 * @param precisionBefore mean average precision of the objects above 0.5, 0..1
 */
public record TuningResult(
        Postprocessing best,
        double iou,
        double iouBefore,
        double precision,
        double precisionBefore) {

    /**
     * The scores for the provenance of a model, rounded to 4 places.
     *
     * @param slices number of slices by which it was tuned
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
