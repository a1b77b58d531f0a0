package io.gongbi.insight;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The bars of a trend as rows, with the days that each is compared with. */
final class BucketRows {
  private BucketRows() {}

  /** {@code bucket, until, open, base_…}, and {@code year_…} where a bar has a second base. */
  static Sql of(List<Bucket> buckets) {
    if (buckets.isEmpty()) {
      return Sql.of(
          """
          select cast(null as date) as bucket,
                 cast(null as date) as until,
                 cast(null as boolean) as open
          where false
          """);
    }
    boolean years = buckets.stream().anyMatch(b -> b.year().isPresent());
    var values = new HashMap<String, Value>();
    var rows =
        IntStream.range(0, buckets.size())
            .mapToObj(i -> row(buckets.get(i), i, values, years))
            .collect(Collectors.joining(",\n    "));
    var more = years ? ",\n       r.year_from,\n       r.year_until,\n       r.year_end" : "";
    return Sql.of(
            """
            select r.bucket,
                   r.until,
                   r.open,
                   r.base_from,
                   r.base_until,
                   r.base_end%s
            from (
              values
                %s
            ) r (bucket, until, open, base_from, base_until, base_end%s)
            """
                .formatted(more, rows, years ? ", year_from, year_until, year_end" : ""))
        .with(values);
  }

  private static String row(Bucket bucket, int i, Map<String, Value> values, boolean years) {
    var days = bucket.days();
    values.put("from" + i, Value.of(days.from()));
    values.put("until" + i, Value.of(days.until()));
    values.put("open" + i, Value.of(bucket.open()));
    return "(#from%1$s, #until%1$s, #open%1$s, ".formatted(i)
        + base(bucket.base(), "base", i, values)
        + (years ? ", " + base(bucket.year(), "year", i, values) : "")
        + ")";
  }

  private static String base(
      Optional<Bucket.Base> base, String name, int i, Map<String, Value> values) {
    if (base.isEmpty()) return "cast(null as date), cast(null as date), cast(null as timestamp)";
    values.put(name + "From" + i, Value.of(base.get().days().from()));
    values.put(name + "Until" + i, Value.of(base.get().days().until()));
    values.put(name + "End" + i, Value.of(base.get().until()));
    return "#%1$sFrom%2$s, #%1$sUntil%2$s, #%1$sEnd%2$s".formatted(name, i);
  }
}
