package io.github.unetfiji.bridge.dialog;

import ij.ImagePlus;
import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.CommandInputs;
import io.github.unetfiji.bridge.input.InputKind;
import io.github.unetfiji.bridge.input.ItemStyle;
import io.github.unetfiji.bridge.input.OpenImages;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that a dialog begins with. They are the defaults of a macro, with these exceptions: images and models are guessed from the
 * open images and the models used last, who the user is was told to an earlier dialog, and a command may propose another value than its
 * default.
 */
public final class Proposals {

    private final CommandInputs inputs;
    private final OpenImages images;

    Proposals(final CommandInputs inputs, final OpenImages images) {
        this.inputs = inputs;
        this.images = images;
    }

    /** The texts of all inputs. */
    Map<String, String> texts() {
        final Map<String, String> texts = new LinkedHashMap<>();
        final List<ImagePlus> taken = new ArrayList<>();
        for (final CommandInput input : inputs.list()) {
            if (input.kind() == InputKind.IMAGE) {
                final Optional<ImagePlus> image = ImageProposal.among(images).of(input, taken);
                image.ifPresent(taken::add);
                texts.put(input.key(), image.map(images::nameOf).orElse(""));
            } else {
                texts.put(input.key(), text(input));
            }
        }
        return texts;
    }

    private static String text(final CommandInput input) {
        final ItemStyle style = input.style();
        if (style.has("model") && style.has("open") && input.required()) {
            return RecentModels.last().orElse("");
        }
        return style.has("remembered") ? RememberedText.of(input) : input.proposal();
    }

    /**
     * Lets later dialogs propose the images and the model that a command has used; nothing where there are no dialogs.
     *
     * @param values of the command's inputs by key
     */
    public static void remember(final CommandInputs inputs, final Map<String, Object> values) {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        for (final CommandInput input : inputs.list()) {
            final Object value = values.get(input.key());
            if (value instanceof ImagePlus image) {
                ImageProposal.use(image);
            } else if (value instanceof File file && input.style().has("model") && file.exists()) {
                RecentModels.use(file);
            }
        }
    }
}
