package io.github.unetfiji.ui;

/** The phase of a watched training: the sentence that the monitor shows, and the buttons that can be pressed. */
enum MonitorPhase {
    STARTING("Preparing the training..."),
    TRAINING("Training"),
    STOPPING("Stopping after this iteration; what was learned is kept."),
    CANCELLING("Cancelling; what was reached is saved."),
    ENDED("Ended");

    private final String sentence;

    MonitorPhase(final String sentence) {
        this.sentence = sentence;
    }

    /** The phase of a training. */
    static MonitorPhase of(
            final MonitorState state, final boolean stopped, final boolean cancelled) {
        if (state.isEnded()) {
            return ENDED;
        }
        if (cancelled) {
            return CANCELLING;
        }
        if (stopped) {
            return STOPPING;
        }
        return state.plan() == null ? STARTING : TRAINING;
    }

    /** One sentence for people. */
    String sentence(final MonitorState state) {
        if (this == ENDED) {
            return state.end();
        }
        return this == TRAINING ? sentence + " '" + state.plan().name() + "'" : sentence;
    }

    boolean mayStop() {
        return this == STARTING || this == TRAINING;
    }

    boolean mayCancel() {
        return mayStop() || this == STOPPING;
    }

    String stopText() {
        return this == STOPPING ? "Stopping after this iteration..." : "Stop and keep the best";
    }
}
