package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.ij.CellMask;
import io.github.unetfiji.model.UNetModel;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How labels are read that are the truth of a model's results. */
public final class TruthReading {

    private TruthReading() {}

    /**
     * For classes of a model that knows but cell and background all cells are class 1, as they were in its training.
     *
     * @param model asked for classes only
     */
    public static UnaryOperator<ImagePlus> of(
            final PredictionKind kind, final Supplier<UNetModel> model) {
        return kind == PredictionKind.CLASSES && model.get().classes().size() == 2
                ? CellMask::of
                : UnaryOperator.identity();
    }
}
