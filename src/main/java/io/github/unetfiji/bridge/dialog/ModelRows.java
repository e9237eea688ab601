package io.github.unetfiji.bridge.dialog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.swing.AbstractListModel;

/** The lines of the list of models: those that match what the user looks for. Only for the event dispatch thread. */
final class ModelRows extends AbstractListModel<ModelRow> {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelRow> all = new ArrayList<>();
    private transient List<ModelRow> shown = List.of();
    private String words = "";

    /** Forgets all lines. */
    void clear() {
        all.clear();
        refresh();
    }

    /** Adds lines; of those that can be used, each place keeps its order. */
    void add(final List<ModelRow> rows) {
        all.addAll(rows);
        all.sort(Comparator.comparingInt(ModelRow::order));
        refresh();
    }

    /** Shows only what matches some words. */
    void find(final String text) {
        words = text;
        refresh();
    }

    private void refresh() {
        final int before = shown.size();
        shown = all.stream().filter(row -> row.matches(words)).toList();
        fireIntervalRemoved(this, 0, Math.max(0, before - 1));
        if (!shown.isEmpty()) {
            fireIntervalAdded(this, 0, shown.size() - 1);
        }
    }

    /** How many there are, shown or not. */
    int count() {
        return all.size();
    }

    @Override
    public int getSize() {
        return shown.size();
    }

    @Override
    public ModelRow getElementAt(final int index) {
        return shown.get(index);
    }
}
