package io.gongbi.catalog;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product's one JSON: definitions in the catalog, bodies over HTTP and files that people keep
 * look the same, and all names in it are declared by {@link Shape}s.
 *
 * <p>Example: {@code new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"))} is
 * {@code {"type":"compare","field":"customer.city","op":"EQ","value":"上海"}}. Reading {@code
 * {"type":"compare","feild":"customer.city","op":"=","value":"上海"}} throws three faults at once:
 * {@code json.missing} at {@code field}, {@code json.not-one-of} at {@code op}, {@code
 * json.unknown-property} at {@code feild}.
 *
 * <p>Thread-safe.
 */
public final class Codec {
  private final Shapes shapes;
  private final RecordReader reader;
  private final JsonMapper mapper;
  private final JacksonModule module;

  private Codec(Shapes shapes) {
    this.shapes = shapes;
    this.reader = new RecordReader(shapes);
    this.module = new CodecModule(shapes, reader);
    this.mapper =
        JsonMapper.builder()
            .addModule(module)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
  }

  /** For what travels but is not stored. */
  public static Codec of(Collection<? extends Shape> shapes) {
    return new Codec(new Shapes(shapes));
  }

  /** For definitions; everything that can occur in their bodies must have a shape. */
  public static Codec of(Kind<?>... kinds) {
    var all = new ArrayList<Shape>();
    Arrays.stream(kinds).forEach(kind -> all.addAll(kind.shapes()));
    var shapes = new Shapes(all);
    Arrays.stream(kinds).forEach(kind -> shapes.checkReaches(kind.type()));
    return new Codec(shapes);
  }

  public String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  /** Throws everything that is wrong as {@code json.…} faults. */
  public <T> T read(String json, Class<T> type) {
    return type.cast(read(tree(json), RecordReader.type(type)));
  }

  Object read(JsonNode node, JavaType type) {
    return read(reader, node, type);
  }

  static Object read(RecordReader reader, JsonNode node, JavaType type) {
    var faults = new Faults();
    var value = reader.read(node, type, "", faults);
    faults.throwIfAny();
    if (value == null) throw new IllegalStateException("neither a value nor a fault");
    return value;
  }

  JsonNode tree(String json) {
    try {
      return mapper.readTree(json);
    } catch (JacksonException e) {
      var at = e.getLocation();
      var place = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
      throw new FaultException(
          new Fault.BadQuestion(
              "json.malformed", place, Map.of("detail", String.valueOf(e.getOriginalMessage()))));
    }
  }

  /** What the HTTP side uses, so that bodies are read and written just so. */
  public JsonMapper mapper() {
    return mapper;
  }

  /** To describe what is read and written here to others. */
  public Schemas schemas() {
    return new Schemas(shapes);
  }

  /** For a mapper that is built elsewhere. */
  public JacksonModule module() {
    return module;
  }
}
