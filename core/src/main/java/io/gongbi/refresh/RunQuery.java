package io.gongbi.refresh;

import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The run log in the catalog, and the marker in the warehouse. */
final class RunQuery {
  private RunQuery() {}

  static final Sql OPEN =
      Sql.of("select id, kind from refresh_run where ended_at is null order by id");

  static final Sql FAULT =
      Sql.of(
          """
          insert into refresh_fault (run, ordinal, family, code, place, words)
          values (#run, #ordinal, #family, #code, #place, #words)
          """);

  static final Sql RESULT =
      Sql.of("insert into refresh_result (run, name, amount) values (#run, #name, #amount)");

  static Sql begin(UserId by, Run.Kind kind, Label label, Instant now) {
    return Sql.of(
            """
            insert into refresh_run (id, kind, label_zh, label_en, owner, state, started_at)
            select coalesce(max(id), 0) + 1, #kind, #zh, #en, #owner, 'RUNNING', #now
            from refresh_run
            returning id
            """)
        .with("kind", Value.of(kind.name()))
        .with("zh", Value.of(label.zh()))
        .with("en", Value.of(label.en()))
        .with("owner", Value.of(by.value()))
        .with("now", Value.of(now));
  }

  static Sql end(RunId id, Run.State state, Instant endedAt) {
    return Sql.of("update refresh_run set state = #state, ended_at = #ended where id = #id")
        .with("state", Value.of(state.name()))
        .with("ended", Value.of(endedAt))
        .with("id", Value.of(id.value()));
  }

  static Sql rename(RunId id, Label label) {
    return Sql.of("update refresh_run set label_zh = #zh, label_en = #en where id = #id")
        .with("zh", Value.of(label.zh()))
        .with("en", Value.of(label.en()))
        .with("id", Value.of(id.value()));
  }

  static Sql latest(int limit, long newest) {
    return Sql.of(
            """
            select id,
                   owner,
                   kind,
                   label_zh,
                   label_en,
                   state,
                   started_at,
                   ended_at
            from refresh_run
            where id <= #newest
            order by id desc
            limit #limit
            """)
        .with("newest", Value.of(newest))
        .with("limit", Value.of(limit));
  }

  static Sql faultsOf(long run) {
    return Sql.of(
            "select family, code, place, words from refresh_fault where run = #run order by ordinal")
        .with("run", Value.of(run));
  }

  static Sql resultsOf(long run) {
    return Sql.of("select name, amount from refresh_result where run = #run")
        .with("run", Value.of(run));
  }

  static Sql finished(RunId id) {
    return Sql.of("select f.finished_at from {refresh.finished} f where f.run = #run")
        .with("run", Value.of(id.value()));
  }

  static List<Map<String, Value>> faults(RunId run, List<Fault> faults) {
    var rows = new ArrayList<Map<String, Value>>();
    for (var fault : faults) {
      var row = new HashMap<>(FaultRows.of(fault));
      row.put("run", Value.of(run.value()));
      row.put("ordinal", Value.of(rows.size()));
      rows.add(row);
    }
    return rows;
  }

  static List<Map<String, Value>> results(RunId run, Map<String, String> result) {
    return result.entrySet().stream()
        .map(
            e ->
                Map.of(
                    "run", Value.of(run.value()),
                    "name", Value.of(e.getKey()),
                    "amount", Value.of(e.getValue())))
        .toList();
  }

  static Run run(Row row, Table faults, Table results) {
    return new Run(
        new RunId(row.whole("id")),
        new UserId(row.text("owner")),
        Run.Kind.valueOf(row.text("kind")),
        new Label(row.text("label_zh"), row.text("label_en")),
        Run.State.valueOf(row.text("state")),
        Optional.empty(),
        row.moment("started_at"),
        row.momentIfAny("ended_at"),
        faults.stream().map(FaultRows::fault).toList(),
        results.stream().collect(Collectors.toMap(r -> r.text("name"), r -> r.text("amount"))));
  }
}
