package org.consentledger.command.stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The states of streams that were used last, a bounded number of them. What is kept may be older than what another node
 * recorded since: whoever decides on it finds out when the stream's version is checked, and what was kept is dropped then.
 */
final class StreamCache implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> states;

    StreamCache(int streamsMax) {
        states = Caffeine.newBuilder().maximumSize(streamsMax).build();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the framework's signature
    public <K, V> @Nullable V get(K key) {
        return (V) states.getIfPresent(key);
    }

    /** Nothing is kept of a stream that has not begun: it has no id yet. */
    @Override
    public void put(@Nullable Object key, Object value) {
        if (key != null) {
            states.put(key, value);
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return states.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(@Nullable Object key) {
        return key != null && states.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        states.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return states.asMap().containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked") // the framework's signature
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        states.asMap().computeIfPresent(key, (k, value) -> update.apply((V) value));
    }

    /** Nobody here listens. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("the cache of streams has no listeners");
    }
}
