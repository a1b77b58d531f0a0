package io.gongbi.catalog;

import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@link Codec} reads and writes, described as JSON Schema (2020-12) for whoever is not Java.
 * It looks at the very records and {@link Shape}s that reader and writer look at, so that a
 * description by hand can't drift from them.
 *
 * <p>Example: {@code record LastDays(int days)}, the member {@code lastDays} of the family {@code
 * Window}, is {@code {"type":"object","properties":{"type":{"type":"string","const":"lastDays"},
 * "days":{"type":"integer","format":"int32"}},"required":["type","days"]}} under the name {@code
 * WindowLastDays}, and {@code Window} is {@code oneOf} its members.
 *
 * <p>What is an Optional is not required. A list is required where it is written, as it always is,
 * and not where it is only read, as reading takes a missing one for empty. Not thread-safe: one
 * collects one description.
 */
public final class Schemas {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String VALUE = "Value";
  private static final String CELL = "Cell";
  private static final String TABLE = "Table";

  private final Shapes shapes;
  private final Map<String, Class<?>> named = new TreeMap<>();
  private final Map<Class<?>, Use> uses = new HashMap<>();
  private final Map<String, ObjectNode> free = new TreeMap<>();

  private enum Use {
    READ,
    WRITTEN
  }

  Schemas(Shapes shapes) {
    this.shapes = shapes;
  }

  /** The schema of what a call takes. */
  public ObjectNode read(Type type) {
    return of(RecordReader.type(type), Use.READ);
  }

  /** The schema of what a call answers. */
  public ObjectNode written(Type type) {
    return of(RecordReader.type(type), Use.WRITTEN);
  }

  /** Every named schema that those asked for so far lead to, by name. */
  public ObjectNode components() {
    var all = new TreeMap<String, ObjectNode>(free);
    for (var entry : named.entrySet()) all.put(entry.getKey(), described(entry.getValue()));
    var components = JSON.objectNode();
    all.forEach(components::set);
    return components;
  }

  private ObjectNode of(JavaType type, Use use) {
    Class<?> raw = type.getRawClass();
    if (Value.class.isAssignableFrom(raw)) return free(VALUE, value());
    if (raw == Object.class) return free(CELL, cell());
    if (raw == Table.class) return table();
    if (raw == Optional.class) return of(type.containedTypeOrUnknown(0), use);
    if (shapes.written(raw).isPresent() && !raw.isEnum()) return simple("string");
    if (raw.isEnum() || shapes.family(raw).isPresent()) return reference(raw, use);
    if (Shapes.isBare(raw) && shapes.name(raw).isEmpty())
      return of(RecordReader.componentType(raw.getRecordComponents()[0], type), use);
    if (raw == Label.class && use == Use.READ) return typed(raw);
    if (raw.isRecord()) return reference(raw, use);
    if (Collection.class.isAssignableFrom(raw))
      return simple("array").set("items", of(type.getContentType(), use));
    if (raw == Map.class)
      return simple("object").set("additionalProperties", of(type.getContentType(), use));
    if (Shapes.needsShape(raw))
      throw new IllegalStateException("no shape tells how " + raw + " is written");
    return leaf(raw);
  }

  private static ObjectNode leaf(Class<?> raw) {
    return switch (raw.getSimpleName()) {
      case "boolean", "Boolean" -> simple("boolean");
      case "int", "Integer" -> simple("integer").put("format", "int32");
      case "long", "Long" -> simple("integer").put("format", "int64");
      case "double", "Double" -> simple("number").put("format", "double");
      case "BigDecimal" -> simple("number");
      case "LocalDate" -> simple("string").put("format", "date");
      case "Instant" -> simple("string").put("format", "date-time");
      case "LocalTime" -> simple("string").put("format", "time");
      case "String", "char", "Character", "ZoneId", "Currency" -> simple("string");
      default -> throw new IllegalStateException("no schema for " + raw);
    };
  }

  /** What a person typed once stands in both languages. */
  private ObjectNode typed(Class<?> label) {
    var either = JSON.objectNode();
    either.putArray("anyOf").add(reference(label, Use.READ)).add(simple("string"));
    return either;
  }

  // Named ones
  // -------------------------------------------------------------------------------------

  private ObjectNode reference(Class<?> type, Use use) {
    var name = name(type);
    var before = named.put(name, type);
    if (before != null && before != type)
      throw new IllegalStateException(before + " and " + type + " are both called " + name);
    var known = uses.get(type);
    if (known == null || (known == Use.READ && use == Use.WRITTEN)) {
      uses.put(type, use);
      reach(type, use);
    }
    return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  /**
   * {@code LayoutFormat} for {@code Layout.Format}, {@code Saved} of {@code TagResource}: TagSaved.
   */
  private static String name(Class<?> type) {
    @Nullable Class<?> outer = type.getEnclosingClass();
    if (outer == null) return type.getSimpleName();
    var prefix = name(outer).replaceFirst("(Resource|View)$", "");
    return type.getSimpleName().startsWith(prefix)
        ? type.getSimpleName()
        : prefix + type.getSimpleName();
  }

  private void reach(Class<?> type, Use use) {
    var family = shapes.family(type);
    if (family.isPresent()) {
      family.get().names().values().forEach(member -> reference(member, use));
    } else if (type.isRecord()) {
      if (type.getTypeParameters().length > 0)
        throw new IllegalStateException("no schema for the open type " + type);
      for (var component : type.getRecordComponents()) of(componentType(component), use);
    }
  }

  private static JavaType componentType(RecordComponent component) {
    return RecordReader.type(component.getGenericType());
  }

  private ObjectNode described(Class<?> type) {
    var family = shapes.family(type);
    if (family.isPresent()) return oneOf(family.get());
    return type.isEnum() ? constants(type) : properties(type);
  }

  private ObjectNode constants(Class<?> type) {
    var schema = simple("string");
    var names = schema.putArray("enum");
    var written = shapes.written(type);
    for (var constant : type.getEnumConstants())
      names.add(written.map(w -> w.text(constant)).orElse(((Enum<?>) constant).name()));
    return schema;
  }

  private ObjectNode oneOf(Family<?> family) {
    var schema = JSON.objectNode();
    var members = schema.putArray("oneOf");
    var mapping = JSON.objectNode();
    for (var member : new TreeMap<>(family.names()).entrySet()) {
      var reference = "#/components/schemas/" + name(member.getValue());
      members.add(JSON.objectNode().put("$ref", reference));
      mapping.put(member.getKey(), reference);
    }
    schema.putObject("discriminator").put("propertyName", "type").set("mapping", mapping);
    return schema;
  }

  private ObjectNode properties(Class<?> type) {
    var use = uses.getOrDefault(type, Use.WRITTEN);
    var schema = simple("object");
    var properties = JSON.objectNode();
    var required = JSON.arrayNode();
    shapes
        .name(type)
        .ifPresent(
            name -> {
              properties.set("type", simple("string").put("const", name));
              required.add("type");
            });
    for (var component : type.getRecordComponents()) {
      var inside = of(componentType(component), use);
      properties.set(component.getName(), mayBeNull(component) ? orNull(inside) : inside);
      if (isRequired(component, use)) required.add(component.getName());
    }
    schema.set("properties", properties);
    if (!required.isEmpty()) schema.set("required", required);
    // What is misspelled is refused, and nothing is written that is not said here.
    return schema.put("additionalProperties", false);
  }

  private static boolean isRequired(RecordComponent component, Use use) {
    Class<?> raw = component.getType();
    if (raw == Optional.class) return false;
    return use == Use.WRITTEN || !(Collection.class.isAssignableFrom(raw) || raw == Map.class);
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getType() != Object.class
        && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static ObjectNode orNull(ObjectNode schema) {
    var either = JSON.objectNode();
    either.putArray("anyOf").add(schema).add(simple("null"));
    return either;
  }

  // Values
  // -----------------------------------------------------------------------------------------

  private ObjectNode free(String name, ObjectNode schema) {
    free.put(name, schema);
    return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  private static ObjectNode simple(String type) {
    return JSON.objectNode().put("type", type);
  }

  private static ObjectNode oneOf(JsonNode... schemas) {
    var one = JSON.objectNode();
    one.putArray("oneOf").addAll(Arrays.asList(schemas));
    return one;
  }

  private static ObjectNode texts() {
    return simple("array").set("items", simple("string"));
  }

  /** As {@link ValueJson} writes it. */
  private static ObjectNode value() {
    return oneOf(
        simple("string"),
        simple("number"),
        simple("boolean"),
        simple("null"),
        tagged("day", "date"),
        tagged("moment", "date-time"),
        texts());
  }

  private static ObjectNode tagged(String tag, String format) {
    var schema = simple("object");
    schema.putObject("properties").set(tag, simple("string").put("format", format));
    schema.putArray("required").add(tag);
    return schema.put("additionalProperties", false);
  }

  /** One place in a table, whose column says what it holds: days and moments are plain strings. */
  private static ObjectNode cell() {
    return oneOf(simple("string"), simple("number"), simple("boolean"), simple("null"), texts());
  }

  private ObjectNode table() {
    var column = simple("object");
    column.putObject("properties").set("name", simple("string")).set("type", simple("string"));
    column.putArray("required").add("name").add("type");
    var row = simple("array").set("items", free(CELL, cell()));
    var table = simple("object");
    table
        .putObject("properties")
        .set("columns", simple("array").set("items", column))
        .set("rows", simple("array").set("items", row));
    table.putArray("required").add("columns").add("rows");
    return free(TABLE, table);
  }
}
