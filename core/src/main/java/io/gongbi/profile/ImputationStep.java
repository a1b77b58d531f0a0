package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Infers what nobody said of customers, and measures how right that is. One customer more may turn
 * what is most frequent among thousands: each run learns from all of them, and writes only to those
 * of whom it now says anything else. Whom that changes is passed on.
 */
final class ImputationStep implements Step {
  /** What is to be written, while it is held. */
  private static final TableName CHANGED = TableName.of("profile.guessed");

  private final List<Definition<Imputation>> rules;
  private final Standard standard;

  ImputationStep(List<Definition<Imputation>> rules, Standard standard) {
    this.rules = rules;
    this.standard = standard;
  }

  @Override
  public String name() {
    return "profile.impute";
  }

  @Override
  public Label label() {
    return new Label("推算缺失的资料", "Infer what is missing");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(Dataset.of("profile.customer"));
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(
        Dataset.of("profile.customer"),
        Dataset.of("profile.imputation"),
        Dataset.of("profile.refilled"));
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean looksAtToday() {
    return false;
  }

  /** A rule came, changed or went. */
  @Override
  public boolean hasNews(Write write, AsOf asOf) {
    var ran = new HashSet<String>();
    write.query(ImputationQuery.accuracy(), View.everything()).stream()
        .forEach(r -> ran.add(r.text("field") + ":" + r.whole("version")));
    return !ran.equals(
        rules.stream().map(d -> d.id().key() + ":" + d.version()).collect(Collectors.toSet()));
  }

  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    boolean decided = hasNews(write, asOf);
    write.clear(ProfileTables.REFILLED);
    if (rules.isEmpty() && !decided) {
      // Empty as it is, it has been written: a table that never was asks for a run.
      write.clear(ProfileTables.IMPUTATION);
      return delta;
    }
    var customer = ProfileTables.with(ProfileTables.CUSTOMER, standard);
    var queries =
        rules.stream().map(d -> new ImputationQuery(d.body(), customer, standard)).toList();
    long refilled = fill(queries, customer, write);
    measure(queries, write);
    if (decided) return new Delta.Everything();
    return refilled > 0 && delta instanceof Delta.Customers some ? alsoRefilled(some) : delta;
  }

  private static long fill(List<ImputationQuery> queries, TableSpec customer, Write write) {
    var changed = ImputationQuery.changed(queries, customer);
    try (var held = write.hold(CHANGED, changed, View.everything())) {
      var columns =
          ImputationQuery.imputed(customer).stream()
              .map(Column::name)
              .collect(Collectors.toMap(c -> c, c -> c));
      write.update(
          customer,
          "customer_id",
          columns,
          Sql.of("select g.* from {profile.guessed} g"),
          held.view());
      return write.replace(
          ProfileTables.REFILLED,
          new Slice.Whole(),
          Sql.of("select g.customer_id from {profile.guessed} g"),
          held.view());
    }
  }

  private void measure(List<ImputationQuery> queries, Write write) {
    var rows = new ArrayList<List<Value>>();
    for (int i = 0; i < queries.size(); i++) {
      var query = queries.get(i);
      var found = write.query(query.measured(), View.everything()).only();
      var filled = write.query(query.filled(), View.everything()).only().value("filled");
      rows.add(row(rules.get(i), found, filled));
    }
    write.clear(ProfileTables.IMPUTATION);
    write.append(ProfileTables.IMPUTATION, new Table(ProfileTables.IMPUTATION.columns(), rows));
  }

  private static List<Value> row(Definition<Imputation> rule, Row found, Value filled) {
    return ProfileTables.IMPUTATION.columns().stream()
        .map(
            c ->
                switch (c.name()) {
                  case "field" -> Value.of(rule.id().key());
                  case "version" -> Value.of(rule.version());
                  case "filled" -> filled;
                  default -> found.value(c.name());
                })
        .toList();
  }

  private static Delta alsoRefilled(Delta.Customers some) {
    return new Delta.Customers(
        Sql.of(
                """
                select g.customer_id from given g
                union
                select r.customer_id from {profile.refilled} r
                """)
            .step("given", some.ids()));
  }
}
