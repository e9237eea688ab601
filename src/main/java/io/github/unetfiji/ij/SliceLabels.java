package io.github.unetfiji.ij;

import ij.ImagePlus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The labels of a result's planes: those of the slices of the image that it is the result of, and the names of its
 * channels before them, since ImageJ shows where a label begins: {@code cell: section 12.tif}.
 */
public final class SliceLabels {

    private static final String ONE_PLANE = "Slice_Label";

    private final ImagePlus like;
    private final StackLayout layout;
    private final List<String> channels;

    /**
     * @param like whose slices have labels, or not
     * @param channels names of the result's channels, or empty where there is but one
     */
    SliceLabels(final ImagePlus like, final List<String> channels) {
        this.like = like;
        layout = StackLayout.of(like);
        this.channels = channels;
    }

    /**
     * The label of a plane.
     *
     * @param plane from 0; channels belong to a slice
     * @return null if there is none, as ImageJ has it
     */
    String of(final int plane) {
        if (channels.isEmpty()) {
            return slice(plane);
        }
        final String channel = channels.get(plane % channels.size());
        final String slice = slice(plane / channels.size());
        return slice == null ? channel : channel + ": " + slice;
    }

    /**
     * What the slice of an image is called.
     *
     * @param slice from 0
     */
    public static Optional<String> slice(final ImagePlus image, final int slice) {
        return Optional.ofNullable(new SliceLabels(image, List.of()).slice(slice));
    }

    /** All different labels of the channels of a slice: usually one. */
    private String slice(final int slice) {
        if (slice >= layout.slices()) {
            return null;
        }
        final Set<String> labels = new LinkedHashSet<>();
        for (int c = 0; c < layout.channels(); c++) {
            final String label = of(like, slice * layout.channels() + c + 1);
            if (label != null && !label.isBlank()) {
                labels.add(label);
            }
        }
        return labels.isEmpty() ? null : String.join("; ", labels);
    }

    /**
     * The label of a plane of an image.
     *
     * @param plane from 1
     * @return null if there is none
     */
    static String of(final ImagePlus image, final int plane) {
        if (image.getStackSize() > 1) {
            return image.getStack().getSliceLabel(plane);
        }
        final String label = image.getProp(ONE_PLANE);
        return label == null ? ofOnePlane(image) : label;
    }

    /** NB: ImageJ takes the description of an image that is no stack for the label of its plane. */
    private static String ofOnePlane(final ImagePlus image) {
        final String label = image.getStack().getSliceLabel(1);
        final String description = image.getTitle() + "\n" + image.getProperty("Info");
        return description.equals(label) ? null : label;
    }
}
