package io.github.unetfiji.ui;

import io.github.unetfiji.report.plot.HistoryCurves;
import io.github.unetfiji.report.plot.HistoryPlot;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.Timer;
import javax.swing.WindowConstants;

/**
 * The window of a {@link TrainingMonitor}. It looks at the model a few times a second, in the thread
 * of the windows; nothing ever waits for it.
 *
 * <p>NB: no ImageWindow and unknown to ImageJ's list of windows: it never is the active image.
 */
final class MonitorFrame extends JFrame {

    private static final long serialVersionUID = 1L;

    private static final int INTERVAL = 250;
    private static final Dimension SMALLEST = new Dimension(640, 480);

    private final transient MonitorModel model;
    private final transient EndRequest request;
    private final LivePicture<HistoryCurves> curves =
            new LivePicture<HistoryCurves>(
                            (data, size, scale) ->
                                    HistoryPlot.draw(data, size.width, size.height, scale))
                    .onWhite();
    private final SlicePanel slice = new SlicePanel();
    private final FactsPanel facts = new FactsPanel();
    private final WarningsPane warnings = new WarningsPane();
    private final ControlBar bar = new ControlBar(this::stop, this::cancel, this::save);
    private final Timer timer = new Timer(INTERVAL, event -> refresh());
    private long shown = -1;

    MonitorFrame(final String title, final MonitorModel model, final EndRequest request) {
        super(title);
        this.model = model;
        this.request = request;
        setContentPane(content());
        setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        // NB: whoever types into another window goes on typing there.
        setAutoRequestFocus(false);
        addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(final WindowEvent event) {
                        close();
                    }
                });
        pack();
        fitIntoScreen();
        setLocationByPlatform(true);
        refresh();
        timer.start();
    }

    private void fitIntoScreen() {
        final Rectangle screen =
                GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        setSize(Math.min(getWidth(), screen.width), Math.min(getHeight(), screen.height));
        setMinimumSize(
                new Dimension(
                        Math.min(SMALLEST.width, screen.width),
                        Math.min(SMALLEST.height, screen.height)));
    }

    private JPanel content() {
        curves.setPreferredSize(new Dimension(620, 620));
        curves.setMinimumSize(new Dimension(260, 200));
        slice.setPreferredSize(new Dimension(400, 380));
        final JPanel below = new JPanel(new BorderLayout(0, 6));
        below.add(facts, BorderLayout.CENTER);
        below.add(warnings, BorderLayout.SOUTH);
        final JPanel right = new JPanel(new BorderLayout(0, 8));
        right.add(slice, BorderLayout.CENTER);
        right.add(below, BorderLayout.SOUTH);
        right.setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 0));
        right.setMinimumSize(new Dimension(280, 200));
        final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, curves, right);
        split.setResizeWeight(0.6);
        split.setBorder(null);
        final JPanel content = new JPanel(new BorderLayout(0, 8));
        content.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        content.add(split, BorderLayout.CENTER);
        content.add(bar, BorderLayout.SOUTH);
        return content;
    }

    private void refresh() {
        final MonitorState state = model.state();
        if (state.isEnded() && !isVisible() && shown >= 0) {
            dispose();
            return;
        }
        facts.show(TrainingFacts.of(state, MemoryUse.words()));
        warnings.show(state.warnings());
        bar.show(state, request.phase(state));
        slice.show(state);
        if (state.changes() != shown) {
            shown = state.changes();
            curves.show(state.curves());
        }
        curves.refresh();
    }

    private void stop() {
        request.stop();
        refresh();
    }

    private void cancel() {
        if (ClosingDialog.confirmCancel(this)) {
            end();
        }
    }

    /** NB: the training may have ended while the question stood there: then its model is kept. */
    private void end() {
        if (!model.state().isEnded()) {
            request.cancel();
        }
        refresh();
    }

    private void save() {
        FigureDialog.save(this, model.state());
    }

    private void close() {
        if (model.state().isEnded()) {
            dispose();
            return;
        }
        switch (ClosingDialog.ask(this)) {
            case STOP -> stop();
            case CANCEL -> end();
            case HIDE -> setVisible(false);
            case GO_ON -> refresh();
        }
    }

    @Override
    public void dispose() {
        timer.stop();
        super.dispose();
    }
}
