package io.github.unetfiji.ui;

import io.github.unetfiji.training.ValidationView;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** The picture of a held-out slice with the network's prediction, a list to choose what is shown, and a caption. */
final class SlicePanel extends JPanel {

    private record Shown(ValidationView view, SliceMode mode) {}

    private static final long serialVersionUID = 1L;

    private final JComboBox<SliceMode> modes = new JComboBox<>();
    private final JLabel caption = new JLabel(" ");
    private final JLabel message = new JLabel("", SwingConstants.CENTER);
    private final LivePicture<Shown> picture = new LivePicture<>(SlicePanel::draw);
    private final CardLayout cards = new CardLayout();
    private final JPanel center = new JPanel(cards);
    private transient List<String> classes = List.of();
    private transient ValidationView view;

    SlicePanel() {
        super(new BorderLayout(0, 4));
        message.setFont(message.getFont().deriveFont(Font.PLAIN));
        message.setForeground(Color.GRAY);
        message.setBorder(BorderFactory.createDashedBorder(Color.LIGHT_GRAY, 4, 4));
        center.add(message, "message");
        center.add(picture, "picture");
        modes.setEnabled(false);
        modes.addActionListener(event -> showMode());
        caption.setFont(caption.getFont().deriveFont(Font.PLAIN, 11));
        add(modes, BorderLayout.NORTH);
        add(center, BorderLayout.CENTER);
        add(caption, BorderLayout.SOUTH);
        setMinimumSize(new Dimension(120, 120));
    }

    /** To be called now and then. */
    void show(final MonitorState state) {
        if (state.plan() != null && !classes.equals(state.plan().classes())) {
            classes = state.plan().classes();
            modes.removeAllItems();
            SliceMode.all(classes).forEach(modes::addItem);
        }
        if (state.view() == null) {
            final String missing = SliceCaption.missing(state);
            if (!missing.equals(message.getText())) {
                message.setText(missing);
            }
        } else if (!state.view().equals(view)) {
            view = state.view();
            modes.setEnabled(true);
            cards.show(center, "picture");
            showMode();
        }
        picture.refresh();
    }

    /** NB: held-out slices come seldom, so none of them has to wait. */
    private void showMode() {
        final SliceMode mode = (SliceMode) modes.getSelectedItem();
        if (view != null && mode != null) {
            picture.showAtOnce(new Shown(view, mode));
            caption.setText(SliceCaption.caption(view, mode, classes));
        }
    }

    private static BufferedImage draw(final Shown shown, final Dimension size, final double scale) {
        final ValidationView view = shown.view();
        final double zoom =
                Math.min((double) size.width / view.width(), (double) size.height / view.height());
        return SlicePicture.of(
                view,
                shown.mode(),
                Math.max(1, (int) (zoom * view.width())),
                Math.max(1, (int) (zoom * view.height())));
    }
}
