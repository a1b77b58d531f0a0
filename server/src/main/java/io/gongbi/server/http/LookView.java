package io.gongbi.server.http;

import io.gongbi.fault.Messages;
import io.gongbi.source.FileLook;
import io.gongbi.source.Layout;
import io.gongbi.source.NoRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be seen of a file: how it is read, its columns, its first rows, and what is no row.
 */
public record LookView(
    Layout.Format format,
    Layout layout,
    List<String> sheets,
    List<ColumnView> columns,
    List<List<String>> rows,
    List<NoRowView> noRows,
    boolean more) {
  static LookView of(FileLook look, Locale locale) {
    return new LookView(
        look.layout().format(),
        look.layout(),
        look.sheets(),
        look.columns().stream()
            .map(
                c ->
                    new ColumnView(
                        c.name(),
                        c.type().name().toLowerCase(Locale.ROOT),
                        c.filled(),
                        c.examples()))
            .toList(),
        look.rows(),
        look.noRows().stream().map(n -> NoRowView.of(n, locale)).toList(),
        look.more());
  }

  /** A line that is no row; {@code reason} is a message code. */
  public record NoRowView(
      long line, Optional<Long> place, String text, String reason, String message) {
    static NoRowView of(NoRow noRow, Locale locale) {
      return new NoRowView(
          noRow.line(),
          noRow.character() == 0 ? Optional.empty() : Optional.of(noRow.character()),
          noRow.text(),
          noRow.why().reason(),
          Messages.say(noRow.why().reason(), Map.of(), locale));
    }
  }

  /** One column as its first rows show it. */
  public record ColumnView(String name, String type, double filled, List<String> examples) {}
}
