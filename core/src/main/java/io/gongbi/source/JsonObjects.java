package io.gongbi.source;

import static java.util.stream.Collectors.joining;

import io.gongbi.fault.Faults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Cuts JSON into its objects. Where each stands on a line of its own, a line that is no object
 * costs itself and nothing else; a list is read as one text, and its objects are numbered instead
 * of their lines.
 */
final class JsonObjects {
  /** How much of a text decides whether it is one object a line. */
  private static final int SAMPLE = 1 << 20;

  private static final int SHOWN = 2_000;

  /** A parser a line: its buffers come from the thread's own, not out of a pool of all threads. */
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build();

  /**
   * An object flattened, or why there is none on this line. {@code strange}: a path that was not
   * known before.
   */
  record Found(long line, List<String> cells, Optional<String> strange, Optional<NoRow> trouble) {}

  private final InputStream in;
  private final String name;
  private final JsonPaths paths;
  private final byte[] start;

  /** The cells of the object at hand, by the places of their paths; longer than there are paths. */
  private @Nullable String[] cells = new String[16];

  private @Nullable String strange;

  /** {@code paths}: where the values go, and where new ones are noted. */
  JsonObjects(InputStream in, String name, JsonPaths paths) throws IOException {
    this.in = in;
    this.name = name;
    this.paths = paths;
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

  private Found object(JsonLines line) {
    int paths = begin();
    try (var parser =
        JSON.createParser(
            ObjectReadContext.empty(), line.bytes(), line.from(), line.to() - line.from())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return refused(line, NoRow.Why.NOT_AN_OBJECT, 0);
      }
      var why = flatten(parser, "");
      if (why.isPresent()) {
        this.paths.forget(paths);
        return refused(line, why.get(), 0);
      }
      if (parser.nextToken() != null) {
        this.paths.forget(paths);
        return broken(line, parser.currentTokenLocation().getColumnNr());
      }
      return found(line.number());
    } catch (JacksonException e) {
      this.paths.forget(paths);
      var at = e.getLocation();
      return broken(line, at == null ? 0 : at.getColumnNr());
    }
  }

  /** Empties the cells; how many paths there are so far. */
  private int begin() {
    Arrays.fill(cells, null);
    strange = null;
    return paths.size();
  }

  private Found found(long line) {
    var row = new String[paths.size()];
    for (int i = 0; i < row.length; i++) {
      var cell = i < cells.length ? cells[i] : null;
      row[i] = cell == null ? "" : cell;
    }
    return new Found(line, Arrays.asList(row), Optional.ofNullable(strange), Optional.empty());
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
        line,
        List.of(),
        Optional.empty(),
        Optional.of(new NoRow(line, why, character, shown.replace('\0', '␀'))));
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

  private Found element(JsonParser parser, long number) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return refused(number, NoRow.Why.NOT_AN_OBJECT, 0, text(parser));
    }
    int paths = begin();
    var why = flatten(parser, "");
    if (why.isEmpty()) return found(number);
    var shown = shown();
    this.paths.forget(paths);
    return refused(number, why.get(), 0, shown);
  }

  private String shown() {
    return IntStream.range(0, paths.size())
        .filter(i -> i < cells.length && cells[i] != null)
        .mapToObj(i -> paths.names().get(i) + "=" + cells[i])
        .collect(joining(", ", "{", "}"));
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
   * Puts the values of an object into the cells, to its end whatever happens. Gives the reason why
   * it cannot be a row: two values of one name, a text that no table can hold.
   */
  private Optional<NoRow.Why> flatten(JsonParser parser, String above) {
    Optional<NoRow.Why> why = Optional.empty();
    for (var key = parser.nextName(); key != null; key = parser.nextName()) {
      var name = key.isBlank() ? "#" : key.strip();
      // As it is where it can be: its hash is known.
      var path = above.isEmpty() ? name : above + name;
      var trouble =
          parser.nextToken() == JsonToken.START_OBJECT
              ? flatten(parser, path + ".")
              : put(path, text(parser));
      if (why.isEmpty()) why = trouble;
    }
    return why;
  }

  private Optional<NoRow.Why> put(String path, String value) {
    int place = paths.place(path);
    if (place == JsonPaths.UNKNOWN) {
      strange = path;
    } else {
      if (place >= cells.length) cells = Arrays.copyOf(cells, 2 * place);
      if (cells[place] != null) return Optional.of(NoRow.Why.KEY_TWICE);
      cells[place] = value;
    }
    if (value.length() > Records.LONGEST) return Optional.of(NoRow.Why.TOO_LONG);
    return value.indexOf('\0') >= 0 ? Optional.of(NoRow.Why.NUL) : Optional.empty();
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
