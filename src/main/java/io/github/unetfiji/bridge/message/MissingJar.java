package io.github.unetfiji.bridge.message;

import ij.IJ;
import java.io.File;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Says which jars are missing or too old when a class does not link, and which folder they belong into. All missing jars are named at
 * once, so that nobody has to find out one after the other.
 *
 * <p>NB: Fiji and plain ImageJ both look into the folder {@code jars} beside {@code plugins}; plain ImageJ comes without it.
 */
final class MissingJar {

    /** The jars that the commands need beside their own, each with the package and a file by which it is recognised. */
    enum Jar {
        ENGINE("pytorch-engine", "ai.djl.pytorch.", "ai/djl/pytorch/jni/LibUtils.class"),
        DJL("api (of DJL)", "ai.djl.", "ai/djl/engine/Engine.class"),
        JNI("pytorch-jni", "jnilib.", "jnilib/pytorch.properties"),
        NATIVES("pytorch-native-cpu", "native.lib.", "native/lib/pytorch.properties"),
        PARSINGTON(
                "parsington",
                "org.scijava.parsington.",
                "org/scijava/parsington/ExpressionParser.class"),
        SCIJAVA("scijava-common", "org.scijava.", "org/scijava/command/Command.class"),
        IMGLIB2("imglib2", "net.imglib2.", "net/imglib2/RandomAccessibleInterval.class"),
        SNAKEYAML("snakeyaml", "org.yaml.snakeyaml.", "org/yaml/snakeyaml/Yaml.class"),
        J2HTML("j2html", "j2html.", "j2html/tags/Tag.class"),
        SLF4J("slf4j-api", "org.slf4j.", "org/slf4j/Logger.class"),
        GSON("gson", "com.google.gson.", "com/google/gson/Gson.class"),
        JNA("jna", "com.sun.jna.", "com/sun/jna/Native.class"),
        COMPRESS(
                "commons-compress",
                "org.apache.commons.compress.",
                "org/apache/commons/compress/archivers/tar/TarArchiveInputStream.class"),
        IO("commons-io", "org.apache.commons.io.", "org/apache/commons/io/IOUtils.class"),
        CODEC(
                "commons-codec",
                "org.apache.commons.codec.",
                "org/apache/commons/codec/binary/Hex.class");

        private final String jar;
        private final String prefix;
        private final String entry;

        Jar(final String jar, final String prefix, final String entry) {
            this.jar = jar;
            this.prefix = prefix;
            this.entry = entry;
        }

        /** The name of the jar, without its version. */
        String jar() {
            return jar;
        }

        /** An entry that only this jar has. */
        String entry() {
            return entry;
        }

        /** Whether a message names a class of it; the first that does is meant. */
        boolean isNamedIn(final String message) {
            return message.contains(prefix);
        }
    }

    private static final String FOLDER = "jars";

    private final Predicate<String> present;
    private final File folder;

    /**
     * @param present whether there is a file in some jar
     * @param folder where jars belong
     */
    MissingJar(final Predicate<String> present, final File folder) {
        this.present = present;
        this.folder = folder;
    }

    /** Looks for the jars with the class loader of this class. */
    static MissingJar here() {
        final ClassLoader loader = MissingJar.class.getClassLoader();
        return new MissingJar(
                entry -> loader.getResource(entry) != null,
                new File(IJ.getDirectory("imagej"), FOLDER));
    }

    /** One sentence: what is missing and where it belongs. */
    String sentence(final LinkageError error) {
        final String detail = String.valueOf(error.getMessage()).replace('/', '.');
        final List<String> missing =
                Stream.of(Jar.values())
                        .filter(library -> !present.test(library.entry()))
                        .map(Jar::jar)
                        .sorted()
                        .toList();
        if (missing.isEmpty()) {
            return unfit(error, detail);
        }
        final boolean one = missing.size() == 1;
        return (one ? "The jar " : "The jars ")
                + list(missing)
                + (one ? " is" : " are")
                + " missing: "
                + (folder.isDirectory()
                        ? "put " + (one ? "it" : "them") + " into the folder " + folder
                        : "make the folder "
                                + folder
                                + ", put "
                                + (one ? "it" : "them")
                                + " there,")
                + " and start ImageJ again.";
    }

    private String unfit(final LinkageError error, final String detail) {
        final String jar =
                Stream.of(Jar.values())
                        .filter(library -> library.isNamedIn(detail))
                        .findFirst()
                        .map(library -> "the jar " + library.jar())
                        .orElse("the jar that holds it");
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
                + " in the folder "
                + folder
                + " by the version that came with this plugin.";
    }

    /** {@code a, b and c}. */
    private static String list(final List<String> names) {
        final int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
