package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;

/**
 * A table written as JSON: one object a line (NDJSON), a list of objects, or one object that holds
 * such a list somewhere, as answers of interfaces do. Every object is a row and every path to a
 * value a column: of
 *
 * <pre>
 * {"openid": "o1", "goods": {"id": "T1", "tags": ["tea", "new"]}}
 * </pre>
 *
 * the row is {@code openid = o1}, {@code goods.id = T1}, {@code goods.tags = ["tea","new"]}.
 * Objects need not have the same keys: what one lacks is an empty cell. Nothing is held in memory
 * but one object, so a file may be far larger than that.
 */
final class JsonFile implements SelfDescribed {
  /** Objects that are looked through for keys before a person is shown the columns. */
  static final int SAMPLE = 20_000;

  private final TextFile text;
  private final Charset charset;
  private final String name;

  JsonFile(TextFile text, Charset charset, String name) {
    this.text = text;
    this.charset = charset;
    this.name = name;
  }

  /** Begins like an object or a list of objects; {@code [id],name} is a table of text. */
  static boolean looksLikeOne(TextFile text, Charset charset) throws IOException {
    try (var in = text.utf8(charset, false)) {
      var start = new String(in.readNBytes(4096), StandardCharsets.UTF_8).replaceAll("\\s", "");
      return start.startsWith("{\"") || start.startsWith("[{") || start.startsWith("{}");
    }
  }

  /** The columns in the order in which their keys first come, of at most {@code limit} objects. */
  @Override
  public List<String> columns(int limit) throws IOException {
    var places = new LinkedHashMap<String, Integer>();
    int[] left = {limit};
    objects(
        false,
        found -> {
          for (var key : found.cells().keySet()) place(places, key);
          return --left[0] > 0;
        });
    if (places.isEmpty()) throw Faults.bad("source.json-no-rows", name);
    return List.copyOf(places.keySet());
  }

  private void place(Map<String, Integer> places, String key) {
    places.putIfAbsent(key, places.size());
    if (places.size() > Looks.MOST_COLUMNS) {
      throw new FaultException(
          new Fault.TooLarge(
              "source.too-many-columns", name, Map.of("most", "" + Looks.MOST_COLUMNS)));
    }
  }

  @Override
  public void each(List<String> columns, boolean strict, Predicate<SheetRow> more)
      throws IOException {
    var places = new LinkedHashMap<String, Integer>();
    for (var column : columns) places.put(column, places.size());
    objects(strict, found -> more.test(row(found, places)));
  }

  private static SheetRow row(JsonObjects.Found found, Map<String, Integer> places) {
    if (found.trouble().isPresent()) {
      var trouble = found.trouble().get();
      return new SheetRow(found.line(), List.of(trouble.text()), found.trouble());
    }
    var cells = new String[places.size()];
    Arrays.fill(cells, "");
    found
        .cells()
        .forEach(
            (key, value) -> {
              var place = places.get(key);
              if (place != null) cells[place] = value;
            });
    return new SheetRow(found.line(), Arrays.asList(cells), Optional.empty());
  }

  /**
   * Throws {@code source.damaged-json} where a list breaks off: only in a file of lines can one
   * read on behind a fault.
   */
  private void objects(boolean strict, Predicate<JsonObjects.Found> more) throws IOException {
    try (var in = text.utf8(charset, strict)) {
      new JsonObjects(in, name).each(more);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new FaultException(
          new Fault.BadQuestion(
              "source.damaged-json",
              name,
              Map.of(
                  "line",
                  at == null ? "?" : Integer.toString(at.getLineNr()),
                  "place",
                  at == null ? "?" : Integer.toString(at.getColumnNr()))));
    }
  }
}
