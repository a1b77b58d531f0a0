package io.gongbi.source;

import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Brings files in and everything that follows from them up to date, as one piece of work. */
public final class Imports {
  private static final int NAMED = 3;

  /** A file, its own name, what its columns mean, and the upload that it came as. */
  public record Item(Path file, String name, Mapping mapping, Optional<Uploads.Upload> upload) {
    public Item(Path file, String name, Mapping mapping) {
      this(file, name, mapping, Optional.empty());
    }

    public Item(Uploads.Upload upload, Mapping mapping) {
      this(upload.path(), upload.name(), mapping, Optional.of(upload));
    }
  }

  /** How many of what follows from files there are now, such as customers; packages above count. */
  @FunctionalInterface
  public interface Tally {
    Map<String, Long> now();
  }

  private final Landing landing;
  private final Mappings mappings;
  private final Uploads uploads;
  private final ImportLog log;
  private final Runs runs;
  private final Refresher refresher;
  private final Clock clock;
  private final Tally tally;

  public Imports(
      Landing landing,
      Mappings mappings,
      Uploads uploads,
      ImportLog log,
      Runs runs,
      Refresher refresher,
      Clock clock,
      Tally tally) {
    this.landing = landing;
    this.mappings = mappings;
    this.uploads = uploads;
    this.log = log;
    this.runs = runs;
    this.refresher = refresher;
    this.clock = clock;
    this.tally = tally;
  }

  /**
   * Lands the files one after the other and refreshes once. A file that is refused costs itself and
   * no other: the rest lands, is refreshed, and the run fails with the faults of the refused. The
   * upload of a file that landed is spent; that of any other stays, so that it can be begun again.
   * The run tells what came of it: {@code customers} 1,204 where {@code customersBefore} were
   * 1,190.
   */
  public RunId begin(UserId by, List<Item> items, boolean again) {
    var alignments = aligned(items);
    // The mappings first: rows that have landed must never wait for their meaning.
    for (var alignment : alignments) mappings.save(alignment.mapping(), by);
    var written = new CompletableFuture<RunId>();
    var begun =
        runs.begin(
            by,
            Run.Kind.IMPORT,
            label(items),
            (run, progress) -> bring(written.join(), items, alignments, again, progress));
    try {
      // Before its turn comes: an import that is stopped while it waits has its files in the log.
      log.begin(begun, items);
      written.complete(begun);
    } finally {
      written.completeExceptionally(new IllegalStateException("no log of " + begun));
    }
    return begun;
  }

  /**
   * Begins again what an import left undone: its files that were stopped or met with an accident,
   * and the refresh that follows. Throws {@code source.nothing-to-retry} when nothing is left.
   */
  public RunId retry(UserId by, RunId run) {
    var files = log.of(run);
    var items = files.stream().filter(ImportedFile::mayBeBegunAgain).map(this::item).toList();
    if (!items.isEmpty()) return begin(by, items, false);
    var landed = files.stream().filter(f -> f.state() == ImportedFile.State.LANDED).toList();
    if (landed.isEmpty() || !refresher.isDue()) {
      throw new FaultException(
          new Fault.Conflict("source.nothing-to-retry", run.toString(), Map.of()));
    }
    return runs.begin(
        by,
        Run.Kind.REFRESH,
        new Label("清洗已读入的文件", "Clean the files that were read"),
        (id, progress) -> refreshed(id, progress));
  }

  /** Of each file how its columns become those of its feed, in the order of the files. */
  private List<Alignment> aligned(List<Item> items) {
    var byFeed = new TreeMap<FeedId, List<Integer>>();
    for (int i = 0; i < items.size(); i++)
      byFeed.computeIfAbsent(items.get(i).mapping().id(), _ -> new ArrayList<>()).add(i);
    var aligned = new TreeMap<Integer, Alignment>();
    byFeed.forEach(
        (feed, places) -> {
          var given =
              places.stream()
                  .map(items::get)
                  .map(i -> new Alignment.Given(i.name(), i.mapping(), columns(i)))
                  .toList();
          var found = Alignment.all(mappings.find(feed), given);
          for (int i = 0; i < found.size(); i++) aligned.put(places.get(i), found.get(i));
        });
    return List.copyOf(aligned.values());
  }

  /** None of a file that cannot be read any more: landing says why. */
  private static List<String> columns(Item item) {
    try {
      return Looks.look(item.file(), item.name(), item.mapping().layout()).columnNames();
    } catch (FaultException e) {
      return item.mapping().lines().stream().map(Mapping.Line::column).toList();
    }
  }

  private Item item(ImportedFile file) {
    var upload = uploads.find(file.upload().orElseThrow());
    var mapping =
        mappings
            .find(file.feed())
            .orElseThrow(() -> Faults.notFound("source.no-such-mapping", file.feed().toString()));
    return new Item(upload, mapping);
  }

  /** Three names say enough: 导入 会员.xlsx、订单.csv、明细.csv 等 12 个文件. */
  private static Label label(List<Item> items) {
    var names = items.stream().limit(NAMED).map(Item::name).toList();
    boolean more = items.size() > NAMED;
    return new Label(
        "导入 " + String.join("、", names) + (more ? " 等 " + items.size() + " 个文件" : ""),
        "Import "
            + String.join(", ", names)
            + (more ? " and " + (items.size() - NAMED) + " more" : ""));
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
        (run, progress) -> refreshed(run, progress));
  }

  private Map<String, String> refreshed(RunId run, Progress progress) {
    var report = refresher.refresh(run, clock.instant(), false, progress);
    return Map.of("steps", Integer.toString(report.ran().size()));
  }

  private Map<String, String> bring(
      RunId run, List<Item> items, List<Alignment> alignments, boolean again, Progress progress) {
    var readOfAll = new ReadOfAll(items.stream().map(Imports::size).toList());
    var asks = new ArrayList<Reading.Ask>();
    var each = new ArrayList<Progress>();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      asks.add(Reading.Ask.of(item, alignments.get(i)));
      each.add(new OneOfMany(progress, item.name(), i, readOfAll));
    }
    var told = new Told(run, items, progress);
    try (var arrivals = new Arrivals(landing, asks, again, told, each)) {
      arrivals.land();
    }
    if (!told.batches.isEmpty()) {
      var before = tally.now();
      refresher.refresh(run, clock.instant(), false, progress);
      before.forEach((what, n) -> progress.tell(what + "Before", Long.toString(n)));
      tally.now().forEach((what, n) -> progress.tell(what, Long.toString(n)));
    }
    if (!told.faults.isEmpty()) throw new FaultException(told.faults);
    return Map.of();
  }

  /** Writes down what becomes of each file, and counts. */
  private final class Told implements Arrivals.Log {
    private final RunId run;
    private final List<Item> items;
    private final Progress progress;
    private final List<Long> batches = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private long landed;
    private long unreadable;

    Told(RunId run, List<Item> items, Progress progress) {
      this.run = run;
      this.items = items;
      this.progress = progress;
    }

    @Override
    public void started(int at) {
      log.started(run, at);
    }

    @Override
    public void landed(int at, Landing.Batch batch) {
      log.landed(run, at, batch);
      items.get(at).upload().map(Uploads.Upload::id).ifPresent(uploads::delete);
      landed += batch.landed();
      unreadable += batch.unreadable();
      batches.add(batch.number());
      tell();
    }

    @Override
    public void refused(int at, List<Fault> why) {
      log.refused(run, at, why);
      faults.addAll(why);
      tell();
    }

    private void tell() {
      progress.tell("files", Integer.toString(batches.size()));
      progress.tell("landed", Long.toString(landed));
      progress.tell("unreadable", Long.toString(unreadable));
      progress.tell(
          "batches", batches.stream().map(b -> Long.toString(b)).collect(Collectors.joining(",")));
    }
  }

  /** In bytes; nothing of a file that is not there any more: landing says so. */
  private static long size(Item item) {
    try {
      return Files.size(item.file());
    } catch (IOException e) {
      return 0;
    }
  }

  /** How much of several files has been read; two of them may be read at a time. */
  private static final class ReadOfAll {
    private final List<Long> sizes;
    private final long[] bytes;
    private final long[] rows;

    ReadOfAll(List<Long> sizes) {
      this.sizes = sizes;
      bytes = new long[sizes.size()];
      rows = new long[sizes.size()];
    }

    /** Tells of all, one of them having come so far: never less than before. */
    synchronized void tell(int at, long itsBytes, long itsRows, Progress progress) {
      bytes[at] = Math.max(bytes[at], itsBytes);
      rows[at] = Math.max(rows[at], itsRows);
      progress.read(
          LongStream.of(bytes).sum(),
          sizes.stream().mapToLong(Long::longValue).sum(),
          LongStream.of(rows).sum());
    }

    int files() {
      return sizes.size();
    }

    /** All bytes of one. */
    long size(int at) {
      return sizes.get(at);
    }
  }

  /** Tells how far one file is as what it is: the third of twelve, and its bytes of all bytes. */
  private static final class OneOfMany implements Progress {
    private final Progress progress;
    private final String name;
    private final int at;
    private final int files;
    private final ReadOfAll all;
    private volatile boolean reading;

    OneOfMany(Progress progress, String name, int at, ReadOfAll all) {
      this.progress = progress;
      this.name = name;
      this.at = at;
      this.all = all;
      files = all.files();
    }

    @Override
    public void step(String step, Label label) {
      reading = step.equals("source.read");
      progress.step(step, files == 1 ? label : ofMany(label));
      // What is read of a file before its rows is no more of all files than where it began.
      if (files > 1) all.tell(at, step.equals("source.land") ? all.size(at) : 0, 0, progress);
    }

    private Label ofMany(Label label) {
      return new Label(
          "%s：%s（第 %s 个，共 %s 个）".formatted(label.zh(), name, at + 1, files),
          "%s: %s (%s of %s)".formatted(label.en(), name, at + 1, files));
    }

    @Override
    public void at(long done, long total) {}

    @Override
    public void read(long done, long of, long rows) {
      if (files == 1) progress.read(done, of, rows);
      else if (reading) all.tell(at, done, rows, progress);
    }

    @Override
    public void onCancel(Runnable stop) {
      progress.onCancel(stop);
    }
  }
}
