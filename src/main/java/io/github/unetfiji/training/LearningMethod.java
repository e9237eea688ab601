package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.engine.TrainableNetwork;
import io.github.unetfiji.optimize.Adam;
import io.github.unetfiji.optimize.Loss;
import io.github.unetfiji.optimize.Optimizer;
import io.github.unetfiji.optimize.Sgd;
import io.github.unetfiji.optimize.TrainingStep;
import io.github.unetfiji.optimize.WeightedCrossEntropy;
import io.github.unetfiji.text.MacroWord;
import io.github.unetfiji.training.TrainingSettings.OptimizerKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The optimizer and the loss of a training: those that its settings name, unless the program brings its own. Immutable.
 *
 * @param optimizer the program's own, empty for that of the settings
 * @param loss the program's own, empty for {@link WeightedCrossEntropy}
 */
record LearningMethod(Optional<Named<Supplier<Optimizer>>> optimizer, Optional<Named<Loss>> loss) {

    /** The optimizer that the settings name, and the built-in loss. */
    static final LearningMethod BUILT_IN = new LearningMethod(Optional.empty(), Optional.empty());

    /** A part that a program brings, with the name by which states and models tell it from others. */
    record Named<T>(String name, T part) {

        /**
         * @throws UNetException if the name is empty
         */
        Named {
            if (name.isBlank()) {
                throw new UNetException(
                        "An optimizer or a loss of a program's own has no name, but needs one by which"
                                + " a training that is resumed knows it again.");
            }
        }
    }

    /**
     * The same with an optimizer of the program's own.
     *
     * @throws UNetException if the name is empty, or that of a built-in optimizer
     */
    LearningMethod withOptimizer(final String name, final Supplier<Optimizer> maker) {
        if (Arrays.stream(OptimizerKind.values())
                .anyMatch(kind -> MacroWord.of(kind).equals(name))) {
            throw new UNetException(
                    "The program's own optimizer is named '"
                            + name
                            + "', but a built-in one is: give it another name.");
        }
        return new LearningMethod(Optional.of(new Named<>(name, maker)), loss);
    }

    /**
     * The same with a loss of the program's own.
     *
     * @throws UNetException if the name is empty
     */
    LearningMethod withLoss(final String name, final Loss own) {
        return new LearningMethod(optimizer, Optional.of(new Named<>(name, own)));
    }

    /** One step of a U-Net after the other, with the built-in loss unless the program has its own. */
    TrainingStep step(
            final Network network, final TrainingSettings settings, final Set<String> frozen) {
        return step(network, settings, WeightedCrossEntropy::of, frozen);
    }

    /**
     * One step of a network after the other.
     *
     * @param builtIn the loss of the network, unless the program has its own
     * @param frozen names of the parameters that stay as they are
     */
    TrainingStep step(
            final TrainableNetwork network,
            final TrainingSettings settings,
            final Loss builtIn,
            final Set<String> frozen) {
        return new TrainingStep(
                network,
                optimizer.map(own -> own.part().get()).orElseGet(() -> builtIn(settings)),
                loss.map(Named::part).orElse(builtIn),
                settings.average(),
                settings.seed(),
                frozen);
    }

    private static Optimizer builtIn(final TrainingSettings settings) {
        return switch (settings.optimizer()) {
            case ADAM -> new Adam();
            case SGD -> new Sgd((float) settings.momentum());
        };
    }

    /**
     * The settings by the macro's words, with what the program brings in place of what they name. A state and a model hold
     * them, so that a training is not resumed with another method.
     */
    Map<String, Object> map(final TrainingSettings settings) {
        final Map<String, Object> map = new LinkedHashMap<>(settings.learned());
        optimizer.ifPresent(own -> map.put("optimizer", own.name()));
        loss.ifPresent(own -> map.put("loss", own.name()));
        return map;
    }
}
