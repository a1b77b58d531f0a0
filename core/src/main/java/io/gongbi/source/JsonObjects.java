package io.gongbi.source;

import io.gongbi.fault.Faults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts JSON into its objects. Where each stands on a line of its own, a line that is no object
 * costs itself and nothing else; a list is read as one text, and its objects are numbered instead
 * of their lines.
 */
final class JsonObjects {
  /** How much of a text decides whether it is one object a line. */
  private static final int SAMPLE = 1 << 20;

  private static final int SHOWN = 2_000;
  private static final JsonFactory JSON = new JsonFactory();

  /** An object flattened, or why there is none on this line. */
  record Found(long line, Map<String, String> cells, Optional<NoRow> trouble) {}

  private final InputStream in;
  private final String name;
  private final byte[] start;

  JsonObjects(InputStream in, String name) throws IOException {
    this.in = in;
    this.name = name;
    this.start = in.readNBytes(SAMPLE);
  }

  void each(Predicate<Found> more) throws IOException {
    var whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
    if (isLines()) lines(whole, more);
    else list(whole, more);
  }

  /** More than half of the lines are whole objects; a single one may still be an envelope. */
  private boolean isLines() {
    int lines = 0;
    int whole = 0;
    int from = 0;
    while (from < start.length) {
      int to = from;
      while (to < start.length && start[to] != '\n') to++;
      boolean cut = to == start.length && start.length == SAMPLE;
      if (!cut && !isBlank(start, from, to)) {
        lines++;
        if (isObject(from, to)) whole++;
      }
      from = to + 1;
    }
    return whole * 2 > lines && !(lines == 1 && isEnvelope());
  }

  private boolean isObject(int from, int to) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), start, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) return false;
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** The only object of the file holds a list of objects. */
  private boolean isEnvelope() {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), start, 0, start.length)) {
      return goToList(parser);
    } catch (JacksonException e) {
      return false;
    }
  }

  private void lines(InputStream whole, Predicate<Found> more) throws IOException {
    var lines = new JsonLines(whole);
    while (lines.next()) {
      if (lines.isTooLong()) {
        if (!more.test(refused(lines, NoRow.Why.TOO_LONG, 0))) return;
      } else if (!isBlank(lines.bytes(), lines.from(), lines.to())) {
        if (!more.test(object(lines))) return;
      }
    }
  }

  private static Found object(JsonLines line) {
    try (var parser =
        JSON.createParser(
            ObjectReadContext.empty(), line.bytes(), line.from(), line.to() - line.from())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return refused(line, NoRow.Why.NOT_AN_OBJECT, 0);
      }
      var cells = new LinkedHashMap<String, String>();
      var why = flatten(parser, "", cells);
      if (why.isPresent()) return refused(line, why.get(), 0);
      if (parser.nextToken() != null) {
        return broken(line, parser.currentTokenLocation().getColumnNr());
      }
      return new Found(line.number(), cells, Optional.empty());
    } catch (JacksonException e) {
      var at = e.getLocation();
      return broken(line, at == null ? 0 : at.getColumnNr());
    }
  }

  /** {@code place} counts bytes from 1; a person counts characters. */
  private static Found broken(JsonLines line, int place) {
    int to = Math.min(line.to(), line.from() + Math.max(0, place - 1));
    var before = utf8(line.bytes(), line.from(), to);
    return refused(line, NoRow.Why.BROKEN_JSON, before.codePointCount(0, before.length()) + 1L);
  }

  private static Found refused(JsonLines line, NoRow.Why why, long character) {
    var text = line.text(SHOWN);
    return refused(line.number(), why, character, text);
  }

  private static Found refused(long line, NoRow.Why why, long character, String text) {
    var shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return new Found(
        line, Map.of(), Optional.of(new NoRow(line, why, character, shown.replace('\0', '␀'))));
  }

  /** Reads the one list of objects that the text is or holds. */
  private void list(InputStream whole, Predicate<Found> more) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), whole)) {
      if (!goToList(parser)) throw Faults.bad("source.json-no-rows", name);
      long number = 0;
      for (var token = parser.currentToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        if (!more.test(element(parser, ++number))) return;
      }
      // Rows of a second list would be lost without a word.
      if (goToList(parser)) throw Faults.bad("source.json-several-lists", name);
    }
  }

  private static Found element(JsonParser parser, long number) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return refused(number, NoRow.Why.NOT_AN_OBJECT, 0, text(parser));
    }
    var cells = new LinkedHashMap<String, String>();
    var why = flatten(parser, "", cells);
    return why.isPresent()
        ? refused(number, why.get(), 0, String.valueOf(cells))
        : new Found(number, cells, Optional.empty());
  }

  /** Goes to the first object of the next list of objects; false when there is none. */
  private static boolean goToList(JsonParser parser) {
    boolean opened = false;
    for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (opened && token == JsonToken.START_OBJECT) return true;
      opened = token == JsonToken.START_ARRAY;
    }
    return false;
  }

  /**
   * Puts the values of an object into {@code cells}, to its end whatever happens. Gives the reason
   * why it cannot be a row: two values of one name, a text that no table can hold.
   */
  private static Optional<NoRow.Why> flatten(
      JsonParser parser, String above, Map<String, String> cells) {
    Optional<NoRow.Why> why = Optional.empty();
    for (var key = parser.nextName(); key != null; key = parser.nextName()) {
      var column = above + (key.isBlank() ? "#" : key.strip());
      Optional<NoRow.Why> trouble;
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        trouble = flatten(parser, column + ".", cells);
      } else {
        var value = text(parser);
        trouble =
            cells.put(column, value) != null
                ? Optional.of(NoRow.Why.KEY_TWICE)
                : value.length() > Records.LONGEST
                    ? Optional.of(NoRow.Why.TOO_LONG)
                    : value.indexOf('\0') >= 0 ? Optional.of(NoRow.Why.NUL) : Optional.empty();
      }
      if (why.isEmpty()) why = trouble;
    }
    return why;
  }

  /** A value as text; a list or object as its JSON; nothing as an empty text. */
  private static String text(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> "";
      case START_ARRAY, START_OBJECT -> {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
          out.copyCurrentStructure(parser);
        }
        yield text.toString();
      }
      default -> parser.getString();
    };
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') return false;
    }
    return true;
  }

  static String utf8(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
