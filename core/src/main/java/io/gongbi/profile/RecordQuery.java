package io.gongbi.profile;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.List;

/** The records that make a customer, each with all that it says. */
final class RecordQuery {
  /** Over a record {@code r}: 0 for one of a customer file, 1 for one that an order carried. */
  static final String STANDING = "case when r.record_key like 'buyer:%' then 1 else 0 end";

  /** Over records {@code r}: which of several that say the same is named for it comes first. */
  static final String PREFERRED =
      STANDING
          + " nulls last, r.seen_at desc nulls last, r.source nulls last, r.record_key nulls last";

  private RecordQuery() {}

  /** For profile.record. Beside each other, so that one customer's are found without a search. */
  static Sql records(TableSpec record) {
    return Sql.of(
        """
        select m.customer_id,
               %s
        from {identity.member} m
        join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
        order by m.customer_id nulls last
        """
            .formatted(
                record.columns().stream()
                    .map(Column::name)
                    .filter(c -> !c.equals("customer_id"))
                    .map(c -> "c." + c)
                    .collect(joining(",\n       "))));
  }

  /**
   * A customer's records and the file of each, the one first that is named where all agree; and of
   * each column whether the record fills it.
   */
  static Sql whoSays(List<String> columns, CustomerId customer) {
    return Sql.of(
            """
            select r.source,
                   r.record_key,
                   r.line,
                   b.file_name,
                   %s
            from {profile.record} r
            left join {source.batch} b on b.batch = r.batch
            where r.customer_id = #customer
            order by %s
            """
                .formatted(
                    columns.stream()
                        .map("r.%1$s is not null as %1$s"::formatted)
                        .collect(joining(",\n       ")),
                    PREFERRED))
        .with("customer", Value.of(customer.value()));
  }
}
