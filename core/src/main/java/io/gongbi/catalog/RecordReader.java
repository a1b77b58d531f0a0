package io.gongbi.catalog;

import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Value;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * From JSON to records, saying everything that is wrong at once and where. What is not an Optional
 * or a collection must be there; what is not known is refused, since a property misspelled is a
 * condition forgotten.
 */
final class RecordReader {
  /** For what has one well-known text form: instants, days, zones, currencies. */
  private static final JsonMapper LEAVES =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Shapes shapes;

  RecordReader(Shapes shapes) {
    this.shapes = shapes;
  }

  static JavaType type(Type type) {
    return LEAVES.getTypeFactory().constructType(type);
  }

  /** Null after a fault, and only then. */
  @Nullable Object read(JsonNode node, JavaType type, String place, Faults faults) {
    Class<?> raw = type.getRawClass();
    if (raw == Value.class) return ValueJson.read(node, place, faults);
    if (raw == Optional.class) return optional(node, type, place, faults);
    if (node.isNull() || node.isMissingNode()) {
      if (node.isMissingNode() && Collection.class.isAssignableFrom(raw)) return none(raw);
      if (node.isMissingNode() && raw == Map.class) return Map.of();
      JsonFaults.missing(faults, place);
      return null;
    }
    var written = shapes.written(raw);
    if (written.isPresent()) return written(node, written.get(), place, faults);
    var family = shapes.family(raw);
    if (family.isPresent()) return member(node, family.get(), place, faults);
    // What a person typed once stands in both languages.
    if (raw == Label.class && node.isString())
      return made(place, faults, () -> Label.typed(node.stringValue()));
    if (Shapes.isBare(raw) && shapes.name(raw).isEmpty()) return bare(node, type, place, faults);
    if (raw.isRecord()) return record(node, type, place, faults);
    if (Collection.class.isAssignableFrom(raw)) return collection(node, type, place, faults);
    if (raw == Map.class) return map(node, type, place, faults);
    if (raw.isEnum()) return constant(node, raw, place, faults);
    if (Shapes.needsShape(raw))
      throw new IllegalStateException("no shape tells how " + raw + " is written");
    return leaf(node, type, place, faults);
  }

  private static Collection<?> none(Class<?> raw) {
    return raw == Set.class ? Set.of() : List.of();
  }

  private @Nullable Object optional(JsonNode node, JavaType type, String place, Faults faults) {
    if (node.isNull() || node.isMissingNode()) return Optional.empty();
    var value = read(node, type.containedTypeOrUnknown(0), place, faults);
    return value == null ? null : Optional.of(value);
  }

  private @Nullable Object written(JsonNode node, Written<?> written, String place, Faults faults) {
    var text = text(node, place, faults);
    if (text == null) return null;
    return made(place, faults, () -> written.read().apply(text));
  }

  private @Nullable Object member(JsonNode node, Family<?> family, String place, Faults faults) {
    if (!node.isObject()) {
      JsonFaults.expected(faults, place, "object", node);
      return null;
    }
    var where = JsonFaults.under(place, "type");
    if (!node.path("type").isString()) {
      JsonFaults.missing(faults, where);
      return null;
    }
    var name = node.path("type").stringValue();
    Class<?> member = family.names().get(name);
    if (member != null) return record(node, type(member), place, faults);
    JsonFaults.unknown(faults, "json.unknown-type", where, name, family.names().keySet());
    return null;
  }

  private @Nullable Object bare(JsonNode node, JavaType type, String place, Faults faults) {
    var component = type.getRawClass().getRecordComponents()[0];
    var value = read(node, componentType(component, type), place, faults);
    return value == null ? null : construct(type, List.of(value), place, faults);
  }

  private @Nullable Object record(JsonNode node, JavaType type, String place, Faults faults) {
    if (!node.isObject()) {
      JsonFaults.expected(faults, place, "object", node);
      return null;
    }
    int before = faults.found().size();
    var components = type.getRawClass().getRecordComponents();
    var known = new TreeSet<String>();
    var values = new ArrayList<Object>();
    for (var component : components) {
      known.add(component.getName());
      var inside = JsonFaults.under(place, component.getName());
      var value =
          read(node.path(component.getName()), componentType(component, type), inside, faults);
      if (value != null) values.add(value);
    }
    if (shapes.name(type.getRawClass()).isPresent()) known.add("type");
    for (String property : node.propertyNames())
      if (!known.contains(property)) {
        var inside = JsonFaults.under(place, property);
        JsonFaults.unknown(faults, "json.unknown-property", inside, property, known);
      }
    return faults.found().size() > before ? null : construct(type, values, place, faults);
  }

  static JavaType componentType(RecordComponent component, JavaType type) {
    return LEAVES
        .getTypeFactory()
        .resolveMemberType(component.getGenericType(), type.getBindings());
  }

  private @Nullable Object collection(JsonNode node, JavaType type, String place, Faults faults) {
    if (!node.isArray()) {
      JsonFaults.expected(faults, place, "list", node);
      return null;
    }
    var values = new ArrayList<Object>();
    int index = 0;
    for (JsonNode element : node) {
      var value = read(element, type.getContentType(), place + "[" + index++ + "]", faults);
      if (value != null) values.add(value);
    }
    if (values.size() < index) return null;
    return type.getRawClass() == Set.class
        ? Collections.unmodifiableSet(new LinkedHashSet<>(values))
        : List.copyOf(values);
  }

  private @Nullable Object map(JsonNode node, JavaType type, String place, Faults faults) {
    if (!node.isObject()) {
      JsonFaults.expected(faults, place, "object", node);
      return null;
    }
    var values = new LinkedHashMap<Object, Object>();
    for (var property : node.properties()) {
      var inside = JsonFaults.under(place, property.getKey());
      var name = LEAVES.getNodeFactory().stringNode(property.getKey());
      var key = read(name, type.getKeyType(), inside, faults);
      var value = read(property.getValue(), type.getContentType(), inside, faults);
      if (key != null && value != null) values.put(key, value);
    }
    return values.size() < node.size() ? null : Collections.unmodifiableMap(values);
  }

  private static @Nullable Object constant(
      JsonNode node, Class<?> raw, String place, Faults faults) {
    var text = text(node, place, faults);
    if (text == null) return null;
    var constants = Arrays.stream(raw.getEnumConstants()).map(c -> (Enum<?>) c).toList();
    for (var constant : constants) if (constant.name().equals(text)) return constant;
    var known = constants.stream().map(Enum::name).toList();
    JsonFaults.unknown(faults, "json.not-one-of", place, text, known);
    return null;
  }

  private static @Nullable Object leaf(JsonNode node, JavaType type, String place, Faults faults) {
    Class<?> raw = type.getRawClass();
    if (raw == String.class) return text(node, place, faults);
    var plain = scalar(node, raw).or(() -> known(node, type));
    if (plain.isEmpty()) JsonFaults.expected(faults, place, word(raw), node);
    return plain.orElse(null);
  }

  private static Optional<Object> scalar(JsonNode node, Class<?> raw) {
    boolean whole = node.isIntegralNumber();
    boolean sane = node.isNumber() && JsonFaults.isSane(node);
    @Nullable Object found =
        switch (raw.getSimpleName()) {
          case "boolean", "Boolean" -> node.isBoolean() ? node.booleanValue() : null;
          case "int", "Integer" -> whole && node.canConvertToInt() ? node.intValue() : null;
          case "long", "Long" -> whole && node.canConvertToLong() ? node.longValue() : null;
          case "double", "Double" -> sane ? node.doubleValue() : null;
          case "BigDecimal" -> sane ? node.decimalValue() : null;
          case "char", "Character" ->
              node.isString() && node.stringValue().length() == 1
                  ? node.stringValue().charAt(0)
                  : null;
          default -> null;
        };
    return Optional.ofNullable(found);
  }

  /** Instants, days, zones, currencies: whatever Jackson reads from a string. */
  private static Optional<Object> known(JsonNode node, JavaType type) {
    if (!node.isString() || type.isPrimitive()) return Optional.empty();
    try {
      return Optional.ofNullable(LEAVES.treeToValue(node, type));
    } catch (JacksonException e) {
      // Its words are about Java; ours are about what was wanted here.
      return Optional.empty();
    }
  }

  private static String word(Class<?> raw) {
    return switch (raw.getSimpleName()) {
      case "boolean", "Boolean" -> "flag";
      case "int", "Integer", "long", "Long" -> "whole";
      case "double", "Double", "BigDecimal" -> "number";
      case "LocalDate" -> "day";
      case "Instant" -> "moment";
      case "LocalTime" -> "time";
      case "ZoneId" -> "zone";
      case "Currency" -> "currency";
      default -> "text";
    };
  }

  private static @Nullable String text(JsonNode node, String place, Faults faults) {
    if (node.isString() && node.stringValue().indexOf('\0') < 0) return node.stringValue();
    JsonFaults.expected(faults, place, "text", node);
    return null;
  }

  private static @Nullable Object construct(
      JavaType type, List<Object> values, String place, Faults faults) {
    var components = type.getRawClass().getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return made(
        place,
        faults,
        () -> {
          var constructor = type.getRawClass().getDeclaredConstructor(types);
          constructor.setAccessible(true);
          return constructor.newInstance(values.toArray());
        });
  }

  private interface Making {
    Object make() throws ReflectiveOperationException;
  }

  private static @Nullable Object made(String place, Faults faults, Making making) {
    try {
      return making.make();
    } catch (InvocationTargetException e) {
      return refused(place, faults, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      return refused(place, faults, e);
    }
  }

  private static @Nullable Object refused(String place, Faults faults, @Nullable Throwable why) {
    switch (why) {
      case FaultException f -> f.faults().forEach(fault -> JsonFaults.inside(faults, place, fault));
      case IllegalArgumentException e ->
          JsonFaults.refused(faults, place, String.valueOf(e.getMessage()));
      case RuntimeException e -> throw e;
      case null, default -> throw new IllegalStateException(why);
    }
    return null;
  }
}
