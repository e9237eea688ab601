package io.github.unetfiji.bridge.input;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The images open in ImageJ, as the calling thread sees them.
 *
 * <p>NB: must be asked in the thread that ImageJ called, see {@link #forOtherThreads}: its "temporary current image", which batch mode and {@code
 * IJ.run(imp, ..)} rely on, is kept per thread.
 */
public final class OpenImages {

    private static final Pattern ID = Pattern.compile("-\\d{1,9}");

    private final Supplier<ImagePlus> current;

    /** The open images; the active one is that of the calling thread. */
    public OpenImages() {
        this(WindowManager::getCurrentImage);
    }

    private OpenImages(final Supplier<ImagePlus> current) {
        this.current = current;
    }

    /** The same images for use in other threads: if ImageJ has an active image for the calling thread alone, it is the active one there, too. */
    public OpenImages forOtherThreads() {
        final ImagePlus own = WindowManager.getTempCurrentImage();
        return new OpenImages(own == null ? WindowManager::getCurrentImage : () -> own);
    }

    /** The active image, whatever it is; empty if none is open. */
    public Optional<ImagePlus> current() {
        return Optional.ofNullable(current.get());
    }

    /** Whether a macro can name this image by its title: no other has it. */
    public boolean hasOwnTitle(final ImagePlus image) {
        return all().stream().filter(other -> other.getTitle().equals(image.getTitle())).count()
                <= 1;
    }

    /** All open images, hidden ones of batch mode included, in the order they were opened. */
    public List<ImagePlus> all() {
        final int[] ids = WindowManager.getIDList();
        final List<ImagePlus> images = new ArrayList<>();
        if (ids != null) {
            IntStream.of(ids)
                    .mapToObj(WindowManager::getImage)
                    .filter(Objects::nonNull)
                    .forEach(images::add);
        }
        final ImagePlus active = current.get();
        if (active != null && !images.contains(active)) {
            images.add(active);
        }
        return images;
    }

    /**
     * The active image, to work on.
     *
     * @throws UNetException if no image is open, or if it is empty
     */
    ImagePlus active() {
        return current()
                .map(OpenImages::usable)
                .orElseThrow(
                        () ->
                                new UNetException(
                                        "No image is open; open the image to work on first."));
    }

    /** How a macro names the active image; empty if none is open. */
    public String nameOfActive() {
        return current().map(this::nameOf).orElse("");
    }

    /**
     * An image by its title, or by its id if no title matches.
     *
     * @param subject how a sentence about it begins
     * @throws UNetException if there is none or more than one; names those that are open
     */
    public ImagePlus find(final String subject, final String titleOrId) {
        final List<ImagePlus> images = all();
        final List<ImagePlus> titled =
                images.stream().filter(image -> titleOrId.equals(image.getTitle())).toList();
        if (titled.size() > 1) {
            throw new UNetException(
                    subject
                            + ": "
                            + titled.size()
                            + " open images are titled \""
                            + titleOrId
                            + "\"; give the id of one: "
                            + titled.stream()
                                    .map(image -> String.valueOf(image.getID()))
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        if (titled.size() == 1) {
            return usable(titled.get(0));
        }
        return images.stream()
                .filter(
                        image ->
                                ID.matcher(titleOrId).matches()
                                        && image.getID() == Integer.parseInt(titleOrId))
                .findFirst()
                .map(OpenImages::usable)
                .orElseThrow(() -> new UNetException(missing(subject, titleOrId, images)));
    }

    /** How a macro names this image: by its title if that is unambiguous, else by its id. */
    public String nameOf(final ImagePlus image) {
        return hasOwnTitle(image) ? image.getTitle() : String.valueOf(image.getID());
    }

    private static String missing(
            final String subject, final String title, final List<ImagePlus> images) {
        final List<String> titles = images.stream().map(ImagePlus::getTitle).distinct().toList();
        final String open =
                titles.isEmpty()
                        ? "no image is open"
                        : "open are "
                                + Legible.list(
                                        titles.stream().map(each -> "\"" + each + "\"").toList());
        return subject
                + ": no open image is titled \""
                + Legible.echo(title)
                + "\""
                + ClosestWord.hint(title, titles)
                + "; "
                + open
                + ".";
    }

    private static ImagePlus usable(final ImagePlus image) {
        if (image.getWidth() == 0 || image.getHeight() == 0 || image.getStackSize() == 0) {
            throw new UNetException("The image \"" + image.getTitle() + "\" is empty.");
        }
        return image;
    }
}
