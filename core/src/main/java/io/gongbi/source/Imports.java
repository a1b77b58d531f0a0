package io.gongbi.source;

import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings files in and everything that follows from them up to date, as one piece of work. */
public final class Imports {
  /** A file, its own name, and what its columns mean. */
  public record Item(Path file, String name, Mapping mapping) {}

  private final Landing landing;
  private final Mappings mappings;
  private final Runs runs;
  private final Refresher refresher;
  private final Clock clock;

  public Imports(Landing landing, Mappings mappings, Runs runs, Refresher refresher, Clock clock) {
    this.landing = landing;
    this.mappings = mappings;
    this.runs = runs;
    this.refresher = refresher;
    this.clock = clock;
  }

  /**
   * Lands the files one after the other and refreshes once. A file that landed stays landed when a
   * later one is refused; {@code after} runs when all is done. What failed can be begun again.
   */
  public RunId begin(UserId by, List<Item> items, boolean again, Runnable after) {
    var names = items.stream().map(Item::name).toList();
    return runs.begin(
        by,
        Run.Kind.IMPORT,
        new Label("导入 " + String.join("、", names), "Import " + String.join(", ", names)),
        (run, progress) -> {
          var result = bring(by, items, again, run, progress);
          after.run();
          return result;
        });
  }

  /**
   * Keeps a changed mapping and reads what has landed by it anew: the landed rows are the untouched
   * text of the files, so nothing needs to be sent again.
   */
  public RunId reread(UserId by, Mapping mapping) {
    mappings.save(mapping, by);
    return runs.begin(
        by,
        Run.Kind.REFRESH,
        new Label("按新的字段映射重新读取 " + mapping.id(), "Read " + mapping.id() + " by its new mapping"),
        (run, progress) -> {
          var report = refresher.refresh(run, clock.instant(), false, progress);
          return Map.of("steps", Integer.toString(report.ran().size()));
        });
  }

  private Map<String, String> bring(
      UserId by, List<Item> items, boolean again, RunId run, Progress progress) {
    long landed = 0;
    long unreadable = 0;
    var batches = new ArrayList<String>();
    for (var item : items) {
      // The mapping first: rows that have landed must never wait for their meaning.
      mappings.save(item.mapping(), by);
      var batch = landing.land(item.file(), item.name(), item.mapping(), again, progress);
      landed += batch.landed();
      unreadable += batch.unreadable();
      batches.add(Long.toString(batch.number()));
    }
    refresher.refresh(run, clock.instant(), false, progress);
    var result = new HashMap<String, String>();
    result.put("files", Integer.toString(items.size()));
    result.put("landed", Long.toString(landed));
    result.put("unreadable", Long.toString(unreadable));
    result.put("batches", String.join(",", batches));
    return result;
  }
}
