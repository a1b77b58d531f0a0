package io.gongbi.source;

import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.Optional;

/** The log of imports in the catalog. */
final class ImportQuery {
  private ImportQuery() {}

  static final Sql ADD =
      Sql.of(
          """
          insert into source_import (
            run, ordinal, source, feed, file_name, upload, state, landed, unreadable)
          values (#run, #ordinal, #source, #feed, #name, #upload, 'WAITING', 0, 0)
          """);

  static final Sql FAULT =
      Sql.of(
          """
          insert into source_import_fault (run, ordinal, number, family, code, place, words)
          values (#run, #ordinal, #number, #family, #code, #place, #words)
          """);

  static Sql started(RunId run, int ordinal, Instant now) {
    return at(
            "update source_import set started_at = #now where run = #run and ordinal = #ordinal",
            run,
            ordinal)
        .with("now", Value.of(now));
  }

  static Sql landed(RunId run, int ordinal, Landing.Batch batch, Instant now) {
    return at(
            """
            update source_import
            set state = 'LANDED', batch = #batch, landed = #landed, unreadable = #unreadable,
                ended_at = #now
            where run = #run and ordinal = #ordinal
            """,
            run,
            ordinal)
        .with("batch", Value.of(batch.number()))
        .with("landed", Value.of(batch.landed()))
        .with("unreadable", Value.of(batch.unreadable()))
        .with("now", Value.of(now));
  }

  static Sql refused(RunId run, int ordinal, Instant now) {
    return at(
            """
            update source_import
            set state = 'REFUSED', ended_at = #now
            where run = #run and ordinal = #ordinal
            """,
            run,
            ordinal)
        .with("now", Value.of(now));
  }

  /** Files that were begun and of which their import, which is over, knew no end; newest first. */
  static final Sql CUT_OFF =
      Sql.of(
          """
          select i.run,
                 i.ordinal,
                 i.source,
                 i.feed,
                 i.file_name,
                 i.started_at
          from source_import i
          join refresh_run r on r.id = i.run
          where i.state = 'WAITING'
            and i.started_at is not null
            and r.state = 'FAILED'
          order by i.run desc, i.ordinal
          """);

  /** Batches that an entry has. */
  static final Sql NOTED = Sql.of("select batch from source_import where batch is not null");

  private static Sql at(String text, RunId run, int ordinal) {
    return Sql.of(text)
        .with("run", Value.of(run.value()))
        .with("ordinal", Value.of((long) ordinal));
  }

  private static final String COLUMNS =
      """
      select i.run,
             i.ordinal,
             i.source,
             i.feed,
             i.file_name,
             i.upload,
             i.state,
             i.batch,
             i.landed,
             i.unreadable,
             i.started_at,
             i.ended_at,
             r.state as run_state,
             r.started_at as begun_at,
             r.owner
      """;

  private static final String FROM = "from source_import i\njoin refresh_run r on r.id = i.run\n";

  static Sql ofRun(RunId run) {
    return Sql.of(COLUMNS + FROM + "where i.run = #run\norder by i.ordinal")
        .with("run", Value.of(run.value()));
  }

  static Sql count(ImportLog.Which which) {
    return narrowed("select count(*) as n\n", "", which);
  }

  static Sql list(ImportLog.Which which, long offset, long limit) {
    return narrowed(COLUMNS, "order by i.run desc, i.ordinal\nlimit #limit offset #offset\n", which)
        .with("limit", Value.of(limit))
        .with("offset", Value.of(offset));
  }

  private static Sql narrowed(String select, String rest, ImportLog.Which which) {
    var where =
        "where true\n"
            + (which.source().isPresent() ? "  and i.source = #source\n" : "")
            + which.state().map(ImportQuery::state).orElse("");
    var sql = Sql.of(select + FROM + where + rest);
    return which.source().isPresent()
        ? sql.with("source", Value.of(which.source().get().value()))
        : sql;
  }

  private static final String OVER = "r.state in ('DONE', 'FAILED', 'CANCELLED')";

  private static String state(ImportedFile.State state) {
    return switch (state) {
      case LANDED, REFUSED -> "  and i.state = '" + state.name() + "'\n";
      case WAITING -> "  and i.state = 'WAITING' and not " + OVER + "\n";
      case STOPPED -> "  and i.state = 'WAITING' and " + OVER + "\n";
    };
  }

  static Sql faults(long run, long ordinal) {
    return Sql.of(
            """
            select family, code, place, words
            from source_import_fault
            where run = #run and ordinal = #ordinal
            order by number
            """)
        .with("run", Value.of(run))
        .with("ordinal", Value.of(ordinal));
  }

  static ImportedFile file(Row row, Table faults) {
    var run = Run.State.valueOf(row.text("run_state"));
    var kept = ImportedFile.State.valueOf(row.text("state"));
    return new ImportedFile(
        new RunId(row.whole("run")),
        (int) row.whole("ordinal"),
        FeedId.of(row.text("source"), row.text("feed")),
        row.text("file_name"),
        Optional.of(row.text("upload")).filter(u -> !u.isEmpty()),
        kept == ImportedFile.State.WAITING && run.ended() ? ImportedFile.State.STOPPED : kept,
        row.wholeIfAny("batch"),
        row.whole("landed"),
        row.whole("unreadable"),
        row.momentIfAny("started_at"),
        row.momentIfAny("ended_at"),
        faults.stream().map(io.gongbi.refresh.FaultRows::fault).toList(),
        run,
        row.moment("begun_at"),
        new UserId(row.text("owner")));
  }
}
