package io.gongbi.catalog;

import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A {@link Value} in JSON: string, number, boolean, null, {@code {"day":"2026-01-31"}}, {@code
 * {"moment":"2026-01-31T00:00:00Z"}}, {@code ["a", "b"]}. A number with a point is read as a
 * decimal, one without as a whole number; a decimal is therefore never written without.
 */
final class ValueJson {
  private ValueJson() {}

  static void write(Value value, JsonGenerator out) {
    switch (value) {
      case Value.Text t -> out.writeString(t.value());
      case Value.Whole w -> out.writeNumber(w.value());
      case Value.Decimal d -> out.writeNumber(pointed(d.value()));
      case Value.Real r -> out.writeNumber(r.value());
      case Value.Flag f -> out.writeBoolean(f.value());
      case Value.Day d -> tagged(out, "day", d.value().toString());
      case Value.Moment m -> tagged(out, "moment", m.value().toString());
      case Value.TextList l -> {
        out.writeStartArray();
        l.value().forEach(out::writeString);
        out.writeEndArray();
      }
      case Value.Missing _ -> out.writeNull();
    }
  }

  /** As a cell of an answer, whose column says the type: days and moments as plain strings. */
  static void writeCell(Value value, JsonGenerator out) {
    switch (value) {
      case Value.Day d -> out.writeString(d.value().toString());
      case Value.Moment m -> out.writeString(m.value().toString());
      case Value.Real r when !Double.isFinite(r.value()) -> out.writeNull();
      default -> write(value, out);
    }
  }

  private static BigDecimal pointed(BigDecimal value) {
    return value.scale() < 1 ? value.setScale(1) : value;
  }

  private static void tagged(JsonGenerator out, String tag, String text) {
    out.writeStartObject();
    out.writeStringProperty(tag, text);
    out.writeEndObject();
  }

  static @Nullable Value read(JsonNode node, String place, Faults faults) {
    if (node.isNull()) return Value.missing();
    if (node.isString()) return Value.of(node.stringValue());
    if (node.isBoolean()) return Value.of(node.booleanValue());
    if (node.isIntegralNumber() && node.canConvertToLong()) return Value.of(node.longValue());
    if (node.isNumber() && JsonFaults.isSane(node)) return Value.of(node.decimalValue());
    if (node.isArray()) return list(node, place, faults);
    if (node.size() == 1 && node.path("day").isString())
      return day(node.path("day").stringValue(), place + ".day", faults);
    if (node.size() == 1 && node.path("moment").isString())
      return moment(node.path("moment").stringValue(), place + ".moment", faults);
    JsonFaults.expected(faults, place, "value", node);
    return null;
  }

  private static @Nullable Value list(JsonNode node, String place, Faults faults) {
    var texts = new ArrayList<String>();
    int index = 0;
    for (JsonNode element : node) {
      if (element.isString()) texts.add(element.stringValue());
      else JsonFaults.expected(faults, place + "[" + index + "]", "text", element);
      index++;
    }
    return texts.size() == index ? Value.of(texts) : null;
  }

  private static @Nullable Value day(String text, String place, Faults faults) {
    try {
      return Value.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      faults.bad("json.expected", place, Map.of("expected", "day", "found", text));
      return null;
    }
  }

  private static @Nullable Value moment(String text, String place, Faults faults) {
    try {
      return Value.of(Instant.parse(text));
    } catch (DateTimeException e) {
      faults.bad("json.expected", place, Map.of("expected", "moment", "found", text));
      return null;
    }
  }
}
