package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The values that were refused, and what becomes of them when they say something else. */
final class RepairQuery {
  private RepairQuery() {}

  /**
   * The values of one column whose rows are open for a reason, those of most rows first: how many
   * of these rows, how many rows say the same in all, and one of the former.
   */
  static Sql values(Reading reading, String column, String field, String reason) {
    return reading
        .of(
            """
            select w.was, w.refused, w.batch, w.line, count(*) as rows
            from wrong w
            join %s l on coalesce(l.%s, '') = w.was and l.unreadable is null
            group by w.was, w.refused, w.batch, w.line
            order by w.refused desc nulls last, w.was nulls last
            """
                .formatted(reading.landed(), column))
        .step(
            "wrong",
            """
            select coalesce(l.%s, '') as was,
                   count(*) as refused,
                   min(o.batch) as batch,
                   min_by(o.line, o.batch * 1000000000 + o.line) as line
            from (
              select distinct q.batch, q.line
              from {quality.quarantine} q
              where q.source = #source
                and q.feed = #feed
                and q.field = #field
                and q.reason = #reason
            ) o
            join %s l on l.batch = o.batch and l.line = o.line
            group by coalesce(l.%s, '')
            """
                .formatted(column, reading.landed(), column))
        .with("field", Value.of(field))
        .with("reason", Value.of(reason));
  }

  /** One row of each value, saying what it would be read as: where its landed table stands. */
  static Sql mended(Reading reading, String column, List<Repairs.Wrong> wrong, Mend mend) {
    var values = new HashMap<String, Value>();
    var rows = new ArrayList<String>();
    for (int i = 0; i < wrong.size(); i++) {
      values.put("batch" + i, Value.of(wrong.get(i).batch()));
      values.put("line" + i, Value.of(wrong.get(i).line()));
      values.put("becomes" + i, Value.of(mend.of(wrong.get(i).was())));
      rows.add(
          "select #batch%1$s as batch, #line%1$s as line, #becomes%1$s as becomes".formatted(i));
    }
    return reading
        .of(
            """
            select l.batch,
                   l.line,
                   l.unreadable,
                   l.raw,
                   %s
            from %s l
            join shown s on s.batch = l.batch and s.line = l.line
            """
                .formatted(
                    reading.landedColumns().stream()
                        .map(c -> c.equals(column) ? "nullif(s.becomes, '') as " + c : "l." + c)
                        .collect(joining(",\n       ")),
                    reading.landed()))
        .step("shown", String.join("\nunion all\n", rows))
        .with(values);
  }

  /** How many landed rows say one of the values that a repair is about. */
  static Sql stillSaying(Reading reading, String column, Repair repair) {
    var values = new HashMap<String, Value>();
    var rows = new ArrayList<String>();
    for (int i = 0; i < repair.changes().size(); i++) {
      values.put("was" + i, Value.of(repair.changes().get(i).was()));
      rows.add("select #was" + i + " as was");
    }
    return reading
        .of(
            """
            select count(*) as n
            from %s l
            join wanted w on w.was = l.%s
            """
                .formatted(reading.landed(), column))
        .step("wanted", String.join("\nunion all\n", rows))
        .with(values);
  }
}
