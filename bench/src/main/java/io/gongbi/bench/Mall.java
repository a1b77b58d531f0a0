package io.gongbi.bench;

import io.gongbi.Gongbi;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.RunId;
import io.gongbi.sample.SampleMall;
import io.gongbi.sample.Written;
import io.gongbi.source.Looks;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.SourceId;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;

/**
 * The demo company, grown: its files by suggested mappings, then one refresh. Writing the files and
 * suggesting the mappings are not counted.
 */
final class Mall implements Work {
  private static final long SEED = 42;

  private final Path scratch;
  private final int customers;

  Mall(Path scratch, int customers) {
    this.scratch = scratch;
    this.customers = customers;
  }

  private record Piece(Written.File file, Mapping mapping) {
    String name() {
      return file.path().getFileName().toString();
    }
  }

  @Override
  public Checksum once(Stopwatch watch) throws Exception {
    try (var folder = new ScratchFolder(scratch)) {
      return make(folder.path(), customers, watch);
    }
  }

  /** Leaves the company in {@code folder}, and its files beside it. */
  static Checksum make(Path folder, int customers, Stopwatch watch) throws IOException {
    var written =
        new SampleMall(SEED, customers, SampleMall.DEFAULT_END).write(folder.resolve("files"));
    var pieces = new ArrayList<Piece>();
    for (var file : written.all()) pieces.add(new Piece(file, suggested(file)));
    try (var gongbi = Gongbi.open(folder.resolve("company"), Clock.systemUTC())) {
      watch.start();
      for (var piece : pieces) {
        gongbi.mappings().save(piece.mapping(), UserId.SYSTEM);
        gongbi
            .landing()
            .land(piece.file().path(), piece.name(), piece.mapping(), false, Progress.NONE);
      }
      watch.lap("land");
      Retail.tell(
          watch,
          gongbi.refresher().refresh(new RunId(1), gongbi.catalog().now(), false, Progress.NONE));
      return Checksum.builder()
          .put("rows", written.all().stream().mapToLong(Written.File::rows).sum())
          .put("orders", written.orders().rows())
          .put(
              "customers",
              gongbi
                  .warehouse()
                  .query(
                      Sql.of("select count(*) as n from {profile.customer} c"), View.everything())
                  .only()
                  .whole("n"))
          .build();
    }
  }

  private static Mapping suggested(Written.File file) {
    var name = file.path().getFileName().toString();
    var source = MappingSuggestion.sourceOf(name).orElse(new SourceId("shop"));
    return new MappingSuggestion(new Standard())
        .suggest(file.path(), name, Looks.look(file.path(), name), source);
  }
}
