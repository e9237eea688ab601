package io.github.unetfiji.plain;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says which library is missing or too old when a class does not link. */
final class MissingJar {

    private static final String[][] JARS = {
        {"ai.djl.pytorch.jni", "pytorch-engine"},
        {"ai.djl.pytorch", "pytorch-engine"},
        {"ai.djl", "djl api"},
        {"org.scijava.parsington", "parsington"},
        {"org.scijava", "scijava-common"},
        {"net.imglib2", "imglib2"},
        {"org.yaml.snakeyaml", "snakeyaml"},
        {"org.slf4j", "slf4j-api"},
        {"com.google.gson", "gson"},
        {"com.sun.jna", "jna"},
        {"org.apache.commons.compress", "commons-compress"},
        {"org.apache.commons.io", "commons-io"},
        {"org.apache.commons.codec", "commons-codec"},
    };

    private MissingJar() {}

    /** One sentence: what is missing and where it belongs. */
    static String sentence(final LinkageError error) {
        final String detail = String.valueOf(error.getMessage()).replace('/', '.');
        final String jar = jarOf(detail);
        if (error instanceof NoClassDefFoundError && !detail.startsWith("Could not initialize")) {
            return "The class "
                    + detail
                    + " is missing: put "
                    + jar
                    + " into the folder jars of ImageJ and start it again.";
        }
        return "A library does not fit ("
                + error.getClass().getSimpleName()
                + ": "
                + detail
                + "): replace "
                + jar
                + " in the folder jars of ImageJ by the version that came with this plugin.";
    }

    private static String jarOf(final String detail) {
        final Map<String, String> known = new LinkedHashMap<>();
        for (final String[] entry : JARS) {
            known.putIfAbsent(entry[0], entry[1]);
        }
        return known.entrySet().stream()
                .filter(entry -> detail.contains(entry.getKey() + "."))
                .findFirst()
                .map(entry -> "the jar of " + entry.getValue())
                .orElse("the jar that holds it");
    }
}
