package io.github.unetfiji.bridge.message;

/** The jars that the commands need beside their own: what each is known by. */
enum Library {
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

    Library(final String jar, final String prefix, final String entry) {
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
