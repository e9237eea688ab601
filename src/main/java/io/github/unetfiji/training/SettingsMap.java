package io.github.unetfiji.training;

import io.github.unetfiji.text.MacroWord;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings that decide what is learned, by the macro's words for them; the data are not among them. */
final class SettingsMap {

    private SettingsMap() {}

    static Map<String, Object> of(final TrainingSettings settings) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", settings.kind().key());
        map.put("rim", settings.rim());
        map.put("normalize", settings.normalization().mode().key());
        map.put("features", settings.features());
        map.put("depth", settings.depth());
        map.put("dropout", settings.dropout());
        map.put("iterations", settings.iterations());
        map.put("patch", settings.patch());
        map.put("optimizer", settings.optimizer().key());
        map.put("rate", settings.rate());
        map.put("momentum", settings.momentum());
        map.put("schedule", settings.schedule().key());
        map.put("warmup", settings.warmup());
        map.put("patience", settings.patience());
        map.put("average", settings.average());
        map.put("freeze", settings.freeze());
        map.put("balance", settings.balance());
        map.put("border", settings.weightMap().border());
        map.put("sigma", settings.weightMap().sigma());
        map.put("focus", settings.augmentation().focus());
        map.put("deformation", settings.augmentation().deformation());
        map.put("spacing", settings.augmentation().spacing());
        map.put("scale", settings.augmentation().scale());
        map.put("noise", settings.augmentation().noise());
        map.put("blur", settings.augmentation().blur());
        map.put("rotation", settings.augmentation().rotation());
        map.put("flip", settings.augmentation().flip());
        map.put("intensity", settings.augmentation().intensity());
        map.put("validation", settings.validation());
        map.put("every", settings.every());
        map.put("seed", settings.seed());
        map.put("precision", MacroWord.of(settings.precision()));
        return map;
    }
}
