package io.github.unetfiji.torchscript;

import io.github.unetfiji.network.Tensor;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Tensors by path. Each is read when it is asked for, so that large ones are not in memory twice. */
final class StoredTensors extends AbstractMap<String, Tensor> {

    private final Map<String, StoredTensor> places;
    private final Function<String, byte[]> storages;

    /**
     * @param places where each tensor lies
     * @param storages the bytes of a storage
     */
    StoredTensors(final Map<String, StoredTensor> places, final Function<String, byte[]> storages) {
        this.places = places;
        this.storages = storages;
    }

    private Tensor read(final StoredTensor place) {
        return place.fill(storages.apply(place.storage()));
    }

    @Override
    public boolean containsKey(final Object path) {
        return places.containsKey(path);
    }

    @Override
    public Tensor get(final Object path) {
        final StoredTensor place = places.get(path);
        return place == null ? null : read(place);
    }

    @Override
    public Set<Entry<String, Tensor>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Tensor>> iterator() {
                return places.entrySet().stream()
                        .map(place -> Map.entry(place.getKey(), read(place.getValue())))
                        .iterator();
            }

            @Override
            public int size() {
                return places.size();
            }
        };
    }

    /** NB: without reading the tensors. */
    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(places.keySet());
    }
}
