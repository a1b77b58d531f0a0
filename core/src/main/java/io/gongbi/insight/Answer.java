package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers of a question, and all that lets somebody check them: the moment they are true for,
 * the statement that made them, ready to be run elsewhere, and the tables it read.
 */
public record Answer(
    Table table,
    AsOf asOf,
    String sql,
    long milliseconds,
    List<Caution> cautions,
    Set<TableName> reads,
    Optional<Table> figures) {
  public Answer(
      Table table,
      AsOf asOf,
      String sql,
      long milliseconds,
      List<Caution> cautions,
      Set<TableName> reads) {
    this(table, asOf, sql, milliseconds, cautions, reads, Optional.empty());
  }

  public Answer {
    cautions = List.copyOf(cautions);
    reads = Set.copyOf(reads);
  }

  /**
   * The table for a reader of this language. Names that people gave come as {@code label}, Chinese,
   * and {@code label_en}; here one {@code label} is left.
   */
  public Table in(Locale locale) {
    var names = table.columns().stream().map(Column::name).toList();
    int english = names.indexOf("label_en");
    if (english < 0) return table;
    int label = names.indexOf("label");
    boolean chinese = locale.getLanguage().equals("zh");
    return new Table(
        without(table.columns(), english),
        table.rows().stream()
            .map(
                row -> {
                  var cells = new ArrayList<>(row);
                  if (!chinese) cells.set(label, row.get(english));
                  return without(cells, english);
                })
            .toList());
  }

  Answer with(Table row) {
    return new Answer(table, asOf, sql, milliseconds, cautions, reads, Optional.of(row));
  }

  private static <T> List<T> without(List<T> all, int index) {
    var rest = new ArrayList<>(all);
    rest.remove(index);
    return List.copyOf(rest);
  }
}
