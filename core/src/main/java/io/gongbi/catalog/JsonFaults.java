package io.gongbi.catalog;

import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What can be wrong with JSON that somebody sent, and where: {@code steps[1].where.field}. */
final class JsonFaults {
  private static final int SHOWN = 40;

  private JsonFaults() {}

  static String under(String place, String property) {
    return place.isEmpty() ? property : place + "." + property;
  }

  static void expected(Faults faults, String place, String what, JsonNode found) {
    var text = found.isMissingNode() ? "" : found.toString();
    faults.bad("json.expected", place, Map.of("expected", what, "found", shown(text)));
  }

  static void missing(Faults faults, String place) {
    faults.bad("json.missing", place, Map.of());
  }

  static void unknown(
      Faults faults, String code, String place, String found, Collection<String> known) {
    var words =
        Map.of("found", shown(found), "known", String.join(", ", known.stream().sorted().toList()));
    faults.bad(code, place, words);
  }

  /** A record would not have it: the record's own faults, or its words, at this place. */
  static void refused(Faults faults, String place, String why) {
    faults.bad("json.refused", place, Map.of("why", why));
  }

  static void inside(Faults faults, String place, Fault fault) {
    faults.add(
        switch (fault) {
          case Fault.BadQuestion b ->
              new Fault.BadQuestion(
                  b.code(), b.place().isEmpty() ? place : under(place, b.place()), b.words());
          case Fault other -> other;
        });
  }

  /** A billion zeros can be written in twelve characters; nobody means them. */
  static boolean isSane(JsonNode number) {
    BigDecimal value = number.decimalValue();
    return value.precision() <= 100 && Math.abs(value.scale()) <= 100;
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
