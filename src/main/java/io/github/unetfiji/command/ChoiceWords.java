package io.github.unetfiji.command;

/** What dialogs show for the choices of macro keys: {@code key=word}, separated by semicolons; other choices speak for themselves. */
final class ChoiceWords {

    /** The attribute of a parameter that has such words. */
    static final String WORDS = "words";

    /** The attribute of a parameter with the choice that a dialog begins with, where that is not the default of a macro. */
    static final String PROPOSED = "proposed";

    static final String OUTPUT = "instances=objects with outlines and measurements";
    static final String AVERAGING =
            "none=nothing;rotations=4 directions;dihedral=8 with mirror images";
    static final String SCALE = "auto=if sizes are known;off=no";
    static final String SPLIT = "auto=as tuned;none=no;watershed=at their necks";
    static final String ROIS = "manager=ROI Manager;overlay=overlay of the image";
    static final String PRECISION = "auto=automatic;float32=32 bits;bfloat16=16 bits, faster";
    static final String PRESET = "defaults=as set below";
    static final String OPTIMIZER = "adam=Adam;sgd=SGD with momentum";
    static final String NORMALIZE = "stack=the stack;slice=each slice;range=fixed range";
    static final String LABELS = "instances=cells";
    static final String PREDICTION = "instances=objects";
    static final String SCHEME =
            "ronneberger2015=Ronneberger et al. 2015;falk2019=Falk et al. 2019";

    private ChoiceWords() {}
}
