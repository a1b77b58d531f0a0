package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import java.util.List;
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
    Set<TableName> reads) {
  public Answer {
    cautions = List.copyOf(cautions);
    reads = Set.copyOf(reads);
  }
}
