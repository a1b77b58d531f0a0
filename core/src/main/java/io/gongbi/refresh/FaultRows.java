package io.gongbi.refresh;

import io.gongbi.fault.Fault;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Faults as logs keep them, so that they can be said in any language later: {@code family}, {@code
 * code}, {@code place}, and {@code words} one a line.
 */
public final class FaultRows {
  private FaultRows() {}

  /** The four values of a fault. */
  public static Map<String, Value> of(Fault fault) {
    return Map.of(
        "family", Value.of(family(fault)),
        "code", Value.of(fault.code()),
        "place", Value.of(fault.place()),
        "words", Value.of(written(fault.words())));
  }

  /** The fault of a row with those four columns. */
  public static Fault fault(Row row) {
    var code = row.text("code");
    var place = row.text("place");
    var words = read(row.text("words"));
    return switch (row.text("family")) {
      case "bad" -> new Fault.BadQuestion(code, place, words);
      case "missing" -> new Fault.NotFound(code, place, words);
      case "forbidden" -> new Fault.Forbidden(code, place, words);
      case "conflict" -> new Fault.Conflict(code, place, words);
      case "large" -> new Fault.TooLarge(code, place, words);
      default -> new Fault.Unavailable(code, place, words);
    };
  }

  private static String family(Fault fault) {
    return switch (fault) {
      case Fault.BadQuestion f -> "bad";
      case Fault.NotFound f -> "missing";
      case Fault.Forbidden f -> "forbidden";
      case Fault.Conflict f -> "conflict";
      case Fault.TooLarge f -> "large";
      case Fault.Unavailable f -> "unavailable";
    };
  }

  /** One word a line, {@code name=text}; line breaks inside become spaces. */
  private static String written(Map<String, String> words) {
    return words.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> e.getKey() + "=" + e.getValue().replace('\n', ' ').replace('\r', ' '))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> read(String written) {
    var words = new HashMap<String, String>();
    written
        .lines()
        .forEach(
            line -> {
              int at = line.indexOf('=');
              words.put(line.substring(0, at), line.substring(at + 1));
            });
    return words;
  }
}
