package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import io.github.unetfiji.stack.PlaneSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A streamed result asks for its slices in order, so that none is computed twice. */
class StreamedResultTest {

    @Test
    void everySliceIsAskedForOnceInARow(@TempDir final Path folder) {
        final List<Integer> asked = new ArrayList<>();
        final NumberedPlanes planes = new NumberedPlanes(4, 3, 3, 2, true);
        final PlaneSource counting =
                new PlaneSource() {
                    @Override
                    public int width() {
                        return planes.width();
                    }

                    @Override
                    public int height() {
                        return planes.height();
                    }

                    @Override
                    public int slices() {
                        return planes.slices();
                    }

                    @Override
                    public int channels() {
                        return planes.channels();
                    }

                    @Override
                    public Object plane(final int slice, final int channel) {
                        if (asked.isEmpty() || asked.get(asked.size() - 1) != slice) {
                            asked.add(slice);
                        }
                        return planes.plane(slice, channel);
                    }
                };
        final ImageStack stack = new ImageStack(4, 3);
        for (int z = 0; z < 3; z++) {
            stack.addSlice(new ByteProcessor(4, 3));
        }
        final ImagePlus like = new ImagePlus("like", stack);
        ImageFiles.writeTiff(
                ResultImage.streamed(counting, like, "result", List.of("a", "b")),
                folder.resolve("result.tif"));
        assertEquals(List.of(0, 1, 2), asked);
    }
}
