package io.gongbi.catalog;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.gongbi.warehouse.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;

/** Puts {@link RecordReader} and {@link RecordWriter} into a Jackson mapper. */
final class CodecModule extends JacksonModule {
  private final Shapes shapes;
  private final RecordReader reader;

  CodecModule(Shapes shapes, RecordReader reader) {
    this.shapes = shapes;
    this.reader = reader;
  }

  @Override
  public String getModuleName() {
    return "gongbi";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new Writers());
    context.addDeserializers(new Readers());
  }

  private boolean isOurs(Class<?> type) {
    return type == Value.class
        || type.isRecord()
        || shapes.family(type).isPresent()
        || shapes.written(type).isPresent();
  }

  private final class Writers extends Serializers.Base {
    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier bean,
        JsonFormat.Value format) {
      return RecordWriter.of(type.getRawClass(), shapes).orElse(null);
    }

    @Override
    public @Nullable ValueSerializer<?> findEnumSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier bean,
        JsonFormat.Value format) {
      return RecordWriter.of(type.getRawClass(), shapes).orElse(null);
    }
  }

  private final class Readers extends Deserializers.Base {
    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
      return isOurs(type.getRawClass()) ? new Whole(type) : null;
    }

    @Override
    public @Nullable ValueDeserializer<?> findEnumDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
      return isOurs(type.getRawClass()) ? new Whole(type) : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return isOurs(type);
    }
  }

  private final class Whole extends ValueDeserializer<Object> {
    private final JavaType type;

    Whole(JavaType type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      return Codec.read(reader, context.readTree(parser), type);
    }
  }
}
