package io.github.unetfiji.dataset;

import java.util.List;
import java.util.Optional;

/** Slices on which cells were drawn, each of a class that has a name. */
public non-sealed interface RegionSource extends AnnotationSource {

    /** The names of the classes, without background; no two differ in upper and lower case only. */
    List<String> classNames();

    /**
     * The cells of a slice, and for every pixel its class: 1 is the first of the names.
     *
     * @param index 0 .. slices - 1
     * @return empty if nothing is drawn there: such a slice says nothing, not even background
     */
    Optional<AnnotatedSlice> slice(int index);
}
