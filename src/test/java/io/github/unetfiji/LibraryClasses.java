package io.github.unetfiji;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program that loads every class of the library, with all types in its signatures; {@link WithoutImageJTest} runs it. */
final class LibraryClasses {

    private static final String END = ".class";

    private LibraryClasses() {}

    /**
     * Prints how many classes were loaded, and how many members they have.
     *
     * @param args the folder of the classes, then the packages of the shell, which are left out
     */
    public static void main(final String[] args) throws IOException, ClassNotFoundException {
        final Path classes = Path.of(args[0]);
        final List<String> shell = List.of(args).subList(1, args.length);
        int loaded = 0;
        int members = 0;
        try (Stream<Path> files = Files.walk(classes)) {
            for (final Path file : files.filter(path -> path.toString().endsWith(END)).toList()) {
                final String path = classes.relativize(file).toString();
                final String name =
                        path.substring(0, path.length() - END.length())
                                .replace(file.getFileSystem().getSeparator(), ".");
                if (name.startsWith("io.github.unetfiji.")
                        && shell.stream().noneMatch(room -> name.startsWith(room + "."))) {
                    members += members(name);
                    loaded++;
                }
            }
        }
        System.out.println(loaded + " classes with " + members + " members");
    }

    /** The number of members of a class. NB: to list them resolves the types of all signatures. */
    private static int members(final String name) throws ClassNotFoundException {
        final Class<?> type = Class.forName(name);
        return type.getDeclaredMethods().length
                + type.getDeclaredFields().length
                + type.getDeclaredConstructors().length;
    }
}
