package io.github.unetfiji.dataset;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** A list whose elements are made when they are first asked for. Not thread-safe. */
public final class OnDemand<T> extends AbstractList<T> implements RandomAccess {

    private final int size;
    private final IntFunction<T> maker;
    private final Map<Integer, T> made = new HashMap<>();

    /**
     * @param maker of the element at an index
     */
    public OnDemand(final int size, final IntFunction<T> maker) {
        this.size = size;
        this.maker = maker;
    }

    @Override
    public T get(final int index) {
        return made.computeIfAbsent(index, maker::apply);
    }

    @Override
    public int size() {
        return size;
    }
}
