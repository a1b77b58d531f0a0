package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.quality.Quality;
import io.gongbi.refresh.RunId;
import io.gongbi.server.login.Needs;
import io.gongbi.source.FileLook;
import io.gongbi.source.ImportLog;
import io.gongbi.source.ImportedFile;
import io.gongbi.source.Imports;
import io.gongbi.source.Looks;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingCheck;
import io.gongbi.source.RoundedNumbers;
import io.gongbi.source.SourceId;
import io.gongbi.source.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports: begun, followed file by file, and tried again. */
@RestController
@About("Imports: begun, followed file by file, tried again.")
@RequestMapping("/api/source/imports")
public class ImportResource {
  private static final int MOST = 200;

  private final Gongbi gongbi;
  private final Uploads uploads;

  public ImportResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.uploads = gongbi.uploads();
  }

  /** A file and what its columns mean. */
  public record Piece(String upload, Mapping mapping) {}

  /**
   * What to import. {@code more}: further files, refreshed together with the first. {@code again}:
   * even when the very same file was imported before.
   */
  public record Wanted(String upload, Mapping mapping, List<Piece> more, Optional<Boolean> again) {}

  /** Background work that was begun. */
  public record Begun(long run) {}

  @Needs(value = Right.DEFINE, overAll = "source.sees-some-only")
  @PostMapping
  @About("Imports files by their mappings.")
  public Begun imports(@RequestBody Wanted wanted, Viewer viewer) {
    var pieces = new ArrayList<>(List.of(new Piece(wanted.upload(), wanted.mapping())));
    pieces.addAll(wanted.more());
    boolean again = wanted.again().orElse(false);
    var items = new ArrayList<Imports.Item>();
    var same = new Faults();
    for (var piece : pieces) {
      var upload = uploads.find(piece.upload());
      var look = Looks.look(upload.path(), upload.name(), piece.mapping().layout());
      var faults = faults(gongbi, piece.mapping(), look);
      if (!faults.isEmpty()) throw new FaultException(faults);
      if (!again) gongbi.landing().same(upload, piece.mapping()).ifPresent(same::add);
      items.add(new Imports.Item(upload, piece.mapping()));
    }
    same.throwIfAny();
    for (var item : items)
      gongbi
          .audit()
          .record(viewer.user(), Act.IMPORTED, item.mapping().id().toString(), item.name());
    return new Begun(gongbi.imports().begin(viewer.user(), items, again).value());
  }

  /** What keeps a file from being imported by a mapping. */
  static List<Fault> faults(Gongbi gongbi, Mapping mapping, FileLook look) {
    var faults =
        new ArrayList<>(
            MappingCheck.faults(
                mapping, look.columnNames(), gongbi.mappings().all(), gongbi.standard()));
    faults.addAll(RoundedNumbers.faults(mapping, look));
    return faults;
  }

  /**
   * What an import made of one file. {@code counts}: what has become of its rows by now, once they
   * are cleaned. {@code retry}: whether beginning again can help.
   */
  public record FileView(
      long run,
      int ordinal,
      String source,
      Label sourceLabel,
      String feed,
      Optional<String> grain,
      String name,
      String state,
      String runState,
      Optional<Long> batch,
      long landed,
      long unreadable,
      Optional<Quality.Counts> counts,
      Instant begunAt,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      Label by,
      List<Problem.Said> faults,
      boolean retry) {}

  /** A page of files that were imported, and how many there are. */
  public record FilesView(long total, List<FileView> files) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("Every file that was imported, the newest import first.")
  public FilesView list(
      @RequestParam Optional<String> source,
      @RequestParam Optional<String> state,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "50") int limit,
      Viewer viewer,
      HttpServletRequest request) {
    var which =
        new ImportLog.Which(
            source.filter(SourceId::fits).map(SourceId::new), state.flatMap(ImportResource::state));
    var page = gongbi.importLog().list(which, Math.max(0, offset), Math.clamp(limit, 1, MOST));
    return new FilesView(page.total(), views(page.files(), viewer, Speech.of(request)));
  }

  private static Optional<ImportedFile.State> state(String word) {
    for (var state : ImportedFile.State.values())
      if (state.name().equalsIgnoreCase(word)) return Optional.of(state);
    return Optional.empty();
  }

  @Needs(Right.VIEW)
  @GetMapping("/{run}")
  @About("The files of one import.")
  public List<FileView> one(@PathVariable long run, Viewer viewer, HttpServletRequest request) {
    return views(gongbi.importLog().of(new RunId(run)), viewer, Speech.of(request));
  }

  @Needs(value = Right.DEFINE, overAll = "source.sees-some-only")
  @PostMapping("/{run}/retry")
  @About("Begins again what an import left undone.")
  public Begun retry(@PathVariable long run, Viewer viewer) {
    var id = new RunId(run);
    if (gongbi.importLog().of(id).isEmpty())
      throw new FaultException(
          new Fault.NotFound("source.no-such-import", "run", Map.of("run", id.toString())));
    return new Begun(gongbi.imports().retry(viewer.user(), id).value());
  }

  private List<FileView> views(List<ImportedFile> files, Viewer viewer, Locale locale) {
    var counts =
        gongbi.quality().batches(viewer, files.stream().flatMap(f -> f.batch().stream()).toList());
    var doers = Doers.of(gongbi);
    var mappings = gongbi.mappings();
    return files.stream()
        .map(
            f ->
                new FileView(
                    f.id().value(),
                    f.ordinal(),
                    f.feed().source().value(),
                    mappings.label(f.feed().source()),
                    f.feed().feed(),
                    mappings.find(f.feed()).map(m -> m.grain().value()),
                    f.name(),
                    f.state().name().toLowerCase(Locale.ROOT),
                    f.run().name().toLowerCase(Locale.ROOT),
                    f.batch(),
                    f.landed(),
                    f.unreadable(),
                    f.batch().flatMap(b -> Optional.ofNullable(counts.get(b))),
                    f.begunAt(),
                    f.startedAt(),
                    f.endedAt(),
                    doers.called(f.by()),
                    Problems.said(f.faults(), locale),
                    mayRetry(f, counts)))
        .toList();
  }

  /** Its upload still waits, or what landed was not cleaned because the run ended before. */
  private boolean mayRetry(ImportedFile file, Map<Long, Quality.Counts> counts) {
    if (file.mayBeBegunAgain()) return uploads.isThere(file.upload().orElse(""));
    return file.run().ended() && file.batch().filter(b -> !counts.containsKey(b)).isPresent();
  }
}
