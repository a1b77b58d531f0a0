package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
  /** An object to land has a value under a path that is none of the columns. */
  static final class StrangePath extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

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
    var paths = JsonPaths.found();
    int[] left = {limit};
    objects(
        false,
        paths,
        found -> {
          if (paths.size() > Looks.MOST_COLUMNS) {
            throw new FaultException(
                new Fault.TooLarge(
                    "source.too-many-columns", name, Map.of("most", "" + Looks.MOST_COLUMNS)));
          }
          return --left[0] > 0;
        });
    if (paths.size() == 0) throw Faults.bad("source.json-no-rows", name);
    return List.copyOf(paths.names());
  }

  @Override
  public void each(List<String> columns, boolean strict, Predicate<SheetRow> more)
      throws IOException {
    objects(
        strict,
        JsonPaths.known(columns),
        found -> {
          if (strict && found.strange().isPresent()) throw new StrangePath();
          return more.test(
              found.trouble().isEmpty()
                  ? new SheetRow(found.line(), found.cells())
                  : new SheetRow(
                      found.line(), List.of(found.trouble().get().text()), found.trouble()));
        });
  }

  /**
   * Throws {@code source.damaged-json} where a list breaks off: only in a file of lines can one
   * read on behind a fault.
   */
  private void objects(boolean strict, JsonPaths paths, Predicate<JsonObjects.Found> more)
      throws IOException {
    try (var in = text.utf8(charset, strict)) {
      new JsonObjects(in, name, paths).each(more);
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
