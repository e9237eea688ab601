package io.github.unetfiji.ui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.image.BufferedImage;
import java.util.concurrent.ExecutionException;
import javax.swing.JComponent;
import javax.swing.SwingWorker;

/**
 * Shows a picture that is drawn anew whenever its data or the size changes: in another thread, one
 * at a time, and so seldom that drawing takes little of the time that the training needs. Data that
 * come meanwhile replace each other.
 *
 * @param <T> the data that the picture shows
 */
final class LivePicture<T> extends JComponent {

    /** Draws a picture that fits into a size; in any thread. */
    @FunctionalInterface
    interface Drawing<T> {

        /**
         * @param size in px
         * @param scale pixels a point
         */
        BufferedImage draw(T data, Dimension size, double scale);
    }

    private static final long serialVersionUID = 1L;

    /** One part in so many of the time is spent on drawing, but two seconds are waited at most. */
    private static final int SHARE = 20;

    private static final long LONGEST_PAUSE = 2_000_000_000L;

    private final transient Drawing<T> drawing;
    private transient T data;
    private transient BufferedImage picture;
    private boolean busy;
    private boolean stale;
    private boolean urgent;
    private long notBefore = System.nanoTime();

    LivePicture(final Drawing<T> drawing) {
        this.drawing = drawing;
        setOpaque(true);
        addComponentListener(
                new ComponentAdapter() {
                    @Override
                    public void componentResized(final ComponentEvent event) {
                        stale = true;
                        draw();
                    }
                });
    }

    /** Draws other data, soon. */
    void show(final T newData) {
        data = newData;
        stale = true;
        refresh();
    }

    /** Draws other data at once, because the user asked for them. */
    void showAtOnce(final T newData) {
        data = newData;
        stale = true;
        urgent = true;
        draw();
    }

    /** Draws new data if it is time; to be called now and then. */
    void refresh() {
        if (System.nanoTime() - notBefore >= 0) {
            draw();
        }
    }

    private void draw() {
        if (busy || !stale || data == null || getWidth() == 0 || getHeight() == 0) {
            return;
        }
        busy = true;
        stale = false;
        urgent = false;
        new Worker(data, pixels(), scale()).execute();
    }

    private Dimension pixels() {
        final double scale = scale();
        return new Dimension((int) (getWidth() * scale), (int) (getHeight() * scale));
    }

    private double scale() {
        return getGraphicsConfiguration() == null
                ? 1
                : getGraphicsConfiguration().getDefaultTransform().getScaleX();
    }

    @Override
    protected void paintComponent(final Graphics graphics) {
        final Graphics2D canvas = (Graphics2D) graphics.create();
        canvas.setColor(getBackground());
        canvas.fillRect(0, 0, getWidth(), getHeight());
        if (picture != null) {
            final double scale = scale();
            canvas.translate(getWidth() / 2, getHeight() / 2);
            canvas.scale(1 / scale, 1 / scale);
            canvas.drawImage(picture, -picture.getWidth() / 2, -picture.getHeight() / 2, null);
        }
        canvas.dispose();
    }

    /** Has a white background, as curves need. */
    LivePicture<T> onWhite() {
        setBackground(Color.WHITE);
        return this;
    }

    private final class Worker extends SwingWorker<BufferedImage, Void> {

        private final T source;
        private final Dimension size;
        private final double pixelsPerPoint;
        private long nanos;

        Worker(final T source, final Dimension size, final double pixelsPerPoint) {
            this.source = source;
            this.size = size;
            this.pixelsPerPoint = pixelsPerPoint;
        }

        @Override
        protected BufferedImage doInBackground() {
            final long start = System.nanoTime();
            final BufferedImage drawn = drawing.draw(source, size, pixelsPerPoint);
            nanos = System.nanoTime() - start;
            return drawn;
        }

        @Override
        protected void done() {
            busy = false;
            notBefore = System.nanoTime() + Math.min(LONGEST_PAUSE, SHARE * nanos);
            try {
                picture = get();
            } catch (final ExecutionException e) {
                throw new IllegalStateException("A picture could not be drawn.", e.getCause());
            } catch (final InterruptedException e) {
                // NB: cannot be: the picture is done.
                Thread.currentThread().interrupt();
            }
            repaint();
            if (urgent || !size.equals(pixels())) {
                stale = true;
                draw();
            }
        }
    }
}
