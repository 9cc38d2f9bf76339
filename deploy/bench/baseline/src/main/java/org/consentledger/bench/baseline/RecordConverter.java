package org.consentledger.bench.baseline;

import com.thoughtworks.xstream.converters.Converter;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.mapper.Mapper;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes records, which XStream alone cannot: it sets fields, and those of a record cannot be set. One element per
 * component that is not null; done the way XStream does classes, so that it costs about the same.
 */
final class RecordConverter implements Converter {

    private static final String CLASS = "class";

    private final Mapper mapper;

    RecordConverter(Mapper mapper) {
        this.mapper = mapper;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public boolean canConvert(@Nullable Class type) {
        return type != null && type.isRecord();
    }

    @Override
    public void marshal(Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
        for (var component : source.getClass().getRecordComponents()) {
            var value = value(component, source);
            if (value == null) {
                continue;
            }
            writer.startNode(component.getName());
            if (value instanceof List<?> list) {
                // an unmodifiable list has a private form of its own
                context.convertAnother(new ArrayList<>(list));
            } else {
                if (!value.getClass().equals(component.getType())
                        && !component.getType().isPrimitive()) {
                    writer.addAttribute(CLASS, mapper.serializedClass(value.getClass()));
                }
                context.convertAnother(value);
            }
            writer.endNode();
        }
    }

    private static @Nullable Object value(RecordComponent component, Object source) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(source);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(source.getClass() + " cannot be written", e);
        }
    }

    @Override
    public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
        var type = context.getRequiredType();
        var components = type.getRecordComponents();
        var values = new HashMap<String, Object>();
        while (reader.hasMoreChildren()) {
            reader.moveDown();
            var name = reader.getNodeName();
            values.put(name, context.convertAnother(null, type(name, reader.getAttribute(CLASS), components)));
            reader.moveUp();
        }
        return create(type, components, values);
    }

    private Class<?> type(String name, @Nullable String written, RecordComponent[] components) {
        if (written != null) {
            return mapper.realClass(written);
        }
        for (var component : components) {
            if (component.getName().equals(name)) {
                return component.getType().equals(List.class) ? ArrayList.class : component.getType();
            }
        }
        throw new IllegalStateException("no component " + name);
    }

    private static Object create(Class<?> type, RecordComponent[] components, Map<String, Object> values) {
        var types = new Class<?>[components.length];
        var arguments = new @Nullable Object[components.length];
        for (var i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = values.get(components[i].getName());
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be read", e);
        }
    }
}
