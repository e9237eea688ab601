package io.github.unetfiji.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Runs TorchScript archives as somebody else would: through the engine alone. */
public final class Programs {

    private Programs() {}

    /** What {@code forward} of an archive gives for one image (channel, height, width). */
    public static float[] forward(
            final Path archive,
            final float[] image,
            final int channels,
            final int height,
            final int width)
            throws Exception {
        try (Model model = load(archive);
                NDManager scope = model.getNDManager().newSubManager()) {
            JniUtils.setGraphExecutorOptimize(false);
            final NDArray input = scope.create(image, new Shape(1, channels, height, width));
            return model.getBlock()
                    .forward(
                            new ParameterStore(model.getNDManager(), false),
                            new NDList(input),
                            false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
    }

    /** Lets libtorch load an archive, changes its parameters, and lets libtorch write it back. */
    public static void rewrite(
            final Path archive, final Consumer<NDArray> change, final Path target)
            throws Exception {
        try (Model model = load(archive);
                OutputStream out = Files.newOutputStream(target)) {
            model.getBlock()
                    .getParameters()
                    .forEach(pair -> change.accept(pair.getValue().getArray()));
            JniUtils.writeModule((PtSymbolBlock) model.getBlock(), out, false);
        }
    }

    private static Model load(final Path archive)
            throws IOException, ai.djl.MalformedModelException {
        final Model model = Model.newInstance("archive", Device.cpu(), "PyTorch");
        model.load(
                archive.toAbsolutePath().getParent(),
                archive.getFileName().toString(),
                java.util.Map.of("trainParam", "true"));
        return model;
    }
}
