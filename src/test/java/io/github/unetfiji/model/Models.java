package io.github.unetfiji.model;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.stack.IntensityScale;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.PixelSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tiny models. */
public final class Models {

    private Models() {}

    /** Depth 1, 2 features, untrained; classes "background", "class 1", .. */
    public static UNetModel tiny(final int channels, final int classes, final String mode) {
        return of(Architecture.of(1, 2, channels, classes), mode);
    }

    /** A tiny model whose weights are finite, but whose probabilities are not. */
    public static UNetModel huge(final String mode) {
        final UNetModel model = tiny(1, 2, mode);
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (final String name : model.parameters().names()) {
            final Tensor tensor = model.parameters().get(name);
            final float[] values = tensor.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] *= 1e8f;
            }
            tensors.put(name, new Tensor(tensor.shape(), values));
        }
        return new UNetModel(
                model.name(),
                model.architecture(),
                Parameters.of(model.architecture(), tensors),
                model.normalization(),
                model.classes(),
                model.provenance());
    }

    /** An untrained model. */
    public static UNetModel of(final Architecture architecture, final String mode) {
        final Normalization normalization = Normalization.of(mode);
        final List<IntensityScale> scales = new ArrayList<>();
        for (int c = 0; c < architecture.channels(); c++) {
            scales.add(new IntensityScale(0.1 + 100 * c, 1 / 3.0));
        }
        final List<String> names = new ArrayList<>(List.of("background"));
        for (int c = 1; c < architecture.classes(); c++) {
            names.add("class " + c);
        }
        final Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("iterations", 7);
        provenance.put("rate", 3e-4);
        provenance.put("validation", "19-20");
        provenance.put("validation_loss", Double.NaN);
        return new UNetModel(
                "Zellen µm: 'a' #1",
                architecture,
                Parameters.initial(architecture, 1),
                new Normalization(
                        normalization.mode(),
                        normalization.mode() == Normalization.Mode.RANGE ? scales : List.of()),
                names,
                provenance);
    }

    /** The same model, trained with pixels of a known size. */
    public static UNetModel calibrated(final UNetModel m, final PixelSize size) {
        return new UNetModel(
                m.name(),
                m.architecture(),
                m.parameters(),
                m.normalization(),
                m.classes(),
                m.provenance(),
                Optional.of(size),
                Optional.empty());
    }
}
