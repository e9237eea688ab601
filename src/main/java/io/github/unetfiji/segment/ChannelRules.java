package io.github.unetfiji.segment;

import io.github.unetfiji.model.ChannelMeaning;
import io.github.unetfiji.model.ImportedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** How classes and objects are made of the channels of a package. */
final class ChannelRules {

    /** NB: a class is a byte. */
    private static final int MOST_CLASSES = 255;

    private ChannelRules() {}

    static ResultMeaning of(final ImportedModel model) {
        final ChannelMeaning meaning = model.meaning();
        final List<String> channels = model.outputs();
        if (meaning.kind() != ChannelMeaning.Kind.IMAGE && channels.size() > MOST_CLASSES) {
            return new ImageChannels(
                    channels,
                    String.format(
                            Locale.ROOT,
                            "The model '%s' has %d channels, but there can be at most %d classes: use"
                                    + " output=probabilities.",
                            model.name(),
                            channels.size(),
                            MOST_CLASSES));
        }
        return switch (meaning.kind()) {
            case CLASSES -> new ExclusiveChannels(channels, meaning.background().orElse(0));
            case FOREGROUND ->
                    new ForegroundChannel(
                            channels,
                            meaning.foreground().orElse(0),
                            meaning.boundary(),
                            meaning.background());
            case INDEPENDENT -> new IndependentChannels(channels, meaning.background());
            case IMAGE -> new ImageChannels(channels, reason(meaning));
        };
    }

    private static String reason(final ChannelMeaning meaning) {
        final String reason = meaning.reason();
        return (reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason)
                + ": use output=probabilities.";
    }

    /** Names of classes, background first, of channels of which one may be the background. */
    static List<String> classes(final List<String> channels, final OptionalInt background) {
        final List<String> classes = new ArrayList<>(channels);
        background.ifPresent(classes::remove);
        classes.add(0, background.isPresent() ? channels.get(background.getAsInt()) : "background");
        return classes;
    }
}
