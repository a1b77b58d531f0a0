package io.gongbi.catalog;

import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** From records to JSON, the reverse of {@link RecordReader}. */
final class RecordWriter {
  private RecordWriter() {}

  /** The writer for a type that is ours to write, none for Jackson's own. */
  static Optional<ValueSerializer<?>> of(Class<?> type, Shapes shapes) {
    if (Value.class.isAssignableFrom(type)) return Optional.of(new Values());
    if (type == Table.class) return Optional.of(new Tables());
    var written = shapes.written(type);
    if (written.isPresent()) return Optional.of(new Texts(written.get()));
    if (!type.isRecord()) return Optional.empty();
    var name = shapes.name(type);
    if (name.isEmpty() && Shapes.isBare(type))
      return Optional.of(new Bare(getters(type).getFirst()));
    return Optional.of(new Records(name, names(type), getters(type)));
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static List<Method> getters(Class<?> type) {
    var getters = new ArrayList<Method>();
    for (var component : type.getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      getters.add(component.getAccessor());
    }
    return getters;
  }

  private static Object get(Method getter, Object from) {
    try {
      return getter.invoke(from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Values extends ValueSerializer<Value> {
    @Override
    public void serialize(Value value, JsonGenerator out, SerializationContext context) {
      ValueJson.write(value, out);
    }
  }

  /** {@code {"columns":[{"name":"day","type":"day"}],"rows":[["2026-01-31"]]}}. */
  private static final class Tables extends ValueSerializer<Table> {
    @Override
    public void serialize(Table table, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      out.writeArrayPropertyStart("columns");
      for (var column : table.columns()) {
        out.writeStartObject();
        out.writeStringProperty("name", column.name());
        out.writeName("type");
        context.writeValue(out, column.type());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeArrayPropertyStart("rows");
      for (var row : table.rows()) {
        out.writeStartArray();
        for (var cell : row) ValueJson.writeCell(cell, out);
        out.writeEndArray();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private static final class Texts extends ValueSerializer<Object> {
    private final Written<?> written;

    Texts(Written<?> written) {
      this.written = written;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeString(written.text(value));
    }
  }

  private static final class Bare extends ValueSerializer<Object> {
    private final Method getter;

    Bare(Method getter) {
      this.getter = getter;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      context.writeValue(out, get(getter, value));
    }
  }

  private static final class Records extends ValueSerializer<Object> {
    private final Optional<String> type;
    private final List<String> names;
    private final List<Method> getters;

    Records(Optional<String> type, List<String> names, List<Method> getters) {
      this.type = type;
      this.names = names;
      this.getters = getters;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      type.ifPresent(name -> out.writeStringProperty("type", name));
      for (int i = 0; i < names.size(); i++) {
        var component = get(getters.get(i), value);
        if (component instanceof Optional<?> optional && optional.isEmpty()) continue;
        out.writeName(names.get(i));
        context.writeValue(out, component instanceof Optional<?> o ? o.get() : component);
      }
      out.writeEndObject();
    }
  }
}
