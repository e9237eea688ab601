package io.github.unetfiji.command;

/** What dialogs show for the choices of macro keys: {@code key=word}, separated by semicolons; other choices speak for themselves. */
final class ChoiceWords {

    /** The attribute of a parameter that has such words. */
    static final String WORDS = "words";

    /** The attribute of a parameter with the choice that a dialog begins with, where that is not the default of a macro. */
    static final String PROPOSED = "proposed";

    static final String OUTPUT = "instances=objects with outlines and measurements";
    static final String SCALE = "auto=if sizes are known;off=no";
    static final String SPLIT = "auto=as tuned;none=no;watershed=at their necks";
    static final String ROIS = "manager=ROI Manager;overlay=overlay of the image";
    static final String PRESET = "defaults=as set below";
    static final String PREDICTION = "instances=objects";

    private ChoiceWords() {}
}
