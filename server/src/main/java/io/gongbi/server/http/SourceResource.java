package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.quality.Quality;
import io.gongbi.server.login.Needs;
import io.gongbi.source.FeedId;
import io.gongbi.source.FileLook;
import io.gongbi.source.KnownMapping;
import io.gongbi.source.Layout;
import io.gongbi.source.Looks;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingCheck;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.NoRow;
import io.gongbi.source.SourceId;
import io.gongbi.source.Uploads;
import io.gongbi.warehouse.Table;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files coming in: sent, looked at, mapped, imported. */
@RestController
@About("Files coming in: sent, looked at, mapped, imported.")
@RequestMapping("/api/source")
public class SourceResource {
  private final Gongbi gongbi;
  private final Uploads uploads;

  public SourceResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.uploads = gongbi.uploads();
  }

  /** A file that was sent and waits to be imported. */
  public record FileView(String id, String name, long bytes, LookView look) {}

  /** What of an archive is no table, and why. */
  public record LeftView(String name, String message) {}

  /**
   * A file that was sent; of an archive its first, with the others in {@code more} and what could
   * not be read in {@code left}.
   */
  public record UploadView(
      String id,
      String name,
      long bytes,
      LookView look,
      List<FileView> more,
      List<LeftView> left) {}

  /** What is to be seen of a file. */
  public record LookView(
      Layout.Format format,
      Layout layout,
      List<String> sheets,
      List<ColumnView> columns,
      List<List<String>> rows,
      List<NoRowView> noRows,
      boolean more) {
    static LookView of(FileLook look, Locale locale) {
      return new LookView(
          look.layout().format(),
          look.layout(),
          look.sheets(),
          look.columns().stream()
              .map(
                  c ->
                      new ColumnView(
                          c.name(),
                          c.type().name().toLowerCase(Locale.ROOT),
                          c.filled(),
                          c.examples()))
              .toList(),
          look.rows(),
          look.noRows().stream().map(n -> NoRowView.of(n, locale)).toList(),
          look.more());
    }
  }

  /** A line that is no row; {@code reason} is a message code. */
  public record NoRowView(
      long line, Optional<Long> place, String text, String reason, String message) {
    static NoRowView of(NoRow noRow, Locale locale) {
      return new NoRowView(
          noRow.line(),
          noRow.character() == 0 ? Optional.empty() : Optional.of(noRow.character()),
          noRow.text(),
          noRow.why().reason(),
          Messages.say(noRow.why().reason(), Map.of(), locale));
    }
  }

  /** One column as its first rows show it. */
  public record ColumnView(String name, String type, double filled, List<String> examples) {}

  @Needs(Right.DEFINE)
  @PostMapping("/uploads")
  @About("Takes a file and looks into it; of an archive, into each file.")
  public UploadView upload(@RequestParam("file") MultipartFile file, HttpServletRequest request) {
    var name = Optional.ofNullable(file.getOriginalFilename()).orElse("file");
    // As a java.io.File it is moved to its place; as a Path it would be copied.
    return view(
        uploads.take(place -> file.transferTo(place.toAbsolutePath().toFile()), name, true),
        name,
        Speech.of(request));
  }

  private UploadView view(List<Uploads.Upload> files, String name, Locale locale) {
    var read = new ArrayList<FileView>();
    var left = new ArrayList<LeftView>();
    for (var file : files) {
      try {
        var look = LookView.of(Looks.look(file.path(), file.name()), locale);
        read.add(new FileView(file.id(), file.name(), file.bytes(), look));
      } catch (FaultException e) {
        uploads.delete(file.id());
        if (files.size() == 1) throw e;
        left.add(new LeftView(file.name(), said(e, locale)));
      } catch (RuntimeException e) {
        files.forEach(f -> uploads.delete(f.id()));
        throw e;
      }
    }
    if (read.isEmpty()) throw Faults.bad("source.no-table-in-archive", name);
    var first = read.getFirst();
    return new UploadView(
        first.id(), first.name(), first.bytes(), first.look(), read.subList(1, read.size()), left);
  }

  private static String said(FaultException fault, Locale locale) {
    return Problems.said(fault.faults(), locale).stream()
        .map(Problem.Said::message)
        .collect(Collectors.joining(" "));
  }

  /** How a file is to be read. */
  public record Relook(Layout layout) {}

  @Needs(Right.DEFINE)
  @PostMapping("/uploads/{id}/look")
  @About("Looks again, reading the file another way.")
  public LookView look(
      @PathVariable String id, @RequestBody Relook relook, HttpServletRequest request) {
    var upload = uploads.find(id);
    return LookView.of(
        Looks.look(upload.path(), upload.name(), relook.layout()), Speech.of(request));
  }

  /** Background work that was begun. */
  public record Begun(long run) {}

  /** The system that a file comes from, and how the file is read. */
  public record Asked(Optional<String> source, Layout layout) {}

  @Needs(Right.DEFINE)
  @PostMapping("/uploads/{id}/suggest")
  @About("Proposes what the columns of a file mean.")
  public Mapping suggest(@PathVariable String id, @RequestBody Asked asked) {
    var upload = uploads.find(id);
    var named = asked.source().map(String::strip).filter(s -> !s.isEmpty());
    if (named.filter(s -> !SourceId.fits(s)).isPresent())
      throw Faults.bad("source.source-name", "source");
    var source =
        named
            .map(SourceId::new)
            .or(() -> MappingSuggestion.sourceOf(upload.name()))
            .orElse(new SourceId("file"));
    var look = Looks.look(upload.path(), upload.name(), asked.layout());
    var suggested =
        new MappingSuggestion(gongbi.standard())
            .suggest(upload.path(), upload.name(), look, source);
    return KnownMapping.applied(suggested, look.columnNames(), gongbi.mappings().all())
        .called(gongbi.mappings().label(source));
  }

  /** A mapping to be tried on a file. */
  public record Tried(Mapping mapping) {}

  /** What the first rows would become; {@code faults} are those of the mapping itself. */
  public record CheckView(
      TableView rows, List<RefusalView> quarantined, List<Problem.Said> faults) {}

  /** A value or row that would be refused. */
  public record RefusalView(
      long line,
      Optional<String> field,
      Optional<String> value,
      String severity,
      String reason,
      Optional<Long> place,
      String message) {}

  @Needs(Right.DEFINE)
  @PostMapping("/uploads/{id}/check")
  @About("What the first rows would become.")
  public CheckView check(
      @PathVariable String id, @RequestBody Tried tried, HttpServletRequest request) {
    var locale = Speech.of(request);
    var upload = uploads.find(id);
    var mapping = tried.mapping();
    var look = Looks.look(upload.path(), upload.name(), mapping.layout());
    var faults = ImportResource.faults(gongbi, mapping, look);
    if (!faults.isEmpty())
      return new CheckView(
          TableView.of(Table.empty(List.of())), List.of(), Problems.said(faults, locale));
    var outcome =
        gongbi
            .rehearsal()
            .rehearse(
                mapping,
                upload.name(),
                look,
                gongbi.company().company().zone(),
                gongbi.catalog().now());
    return new CheckView(
        TableView.of(outcome.rows()),
        outcome.refusals().stream()
            .map(
                r ->
                    new RefusalView(
                        r.line(),
                        r.field(),
                        r.value(),
                        r.severity(),
                        r.reason(),
                        r.place(),
                        Messages.say(r.reason(), Map.of(), locale)))
            .toList(),
        List.of());
  }

  /** A system that facts come from, with its feeds. */
  public record SourceView(String source, Label label, List<FeedView> feeds) {}

  /** One kind of file of a source, and what became of all its rows. */
  public record FeedView(
      String feed,
      String grain,
      Mapping mapping,
      long batches,
      Optional<String> lastFile,
      Optional<Instant> lastLandedAt,
      Quality.Counts counts) {}

  @Needs(Right.VIEW)
  @GetMapping("/sources")
  @About("All sources with their feeds and what became of the rows.")
  public List<SourceView> sources(Viewer viewer) {
    var batches = gongbi.landing().batches(viewer, gongbi.gate());
    var quality = gongbi.quality().counts(viewer);
    var sources = new TreeMap<String, List<Mapping>>();
    for (var mapping : gongbi.mappings().all())
      sources.computeIfAbsent(mapping.source().value(), _ -> new ArrayList<>()).add(mapping);
    var labels = gongbi.mappings().labels();
    return sources.entrySet().stream()
        .map(
            e ->
                new SourceView(
                    e.getKey(),
                    labels.getOrDefault(new SourceId(e.getKey()), e.getValue().getFirst().label()),
                    e.getValue().stream().map(m -> feed(m, batches, quality)).toList()))
        .toList();
  }

  /** A landed file of a source, and what has become of its rows. */
  public record BatchView(
      long batch,
      String feed,
      String grain,
      String name,
      Instant landedAt,
      long landed,
      Optional<Quality.Counts> counts) {}

  @Needs(Right.VIEW)
  @GetMapping("/sources/{source}/batches")
  @About("The files that came from a source, the newest first.")
  public List<BatchView> batches(
      @PathVariable String source, @RequestParam(defaultValue = "200") int limit, Viewer viewer) {
    var grains =
        gongbi.mappings().all().stream()
            .filter(m -> m.source().value().equals(source))
            .collect(Collectors.toMap(Mapping::feed, m -> m.grain().value()));
    if (grains.isEmpty()) throw Faults.notFound("source.no-such-source", source);
    var rows =
        gongbi.landing().batches(viewer, gongbi.gate()).stream()
            .filter(b -> b.text("source").equals(source) && grains.containsKey(b.text("feed")))
            .limit(Math.clamp(limit, 1, 1_000))
            .toList();
    var counts =
        gongbi.quality().batches(viewer, rows.stream().map(b -> b.whole("batch")).toList());
    return rows.stream()
        .map(
            b ->
                new BatchView(
                    b.whole("batch"),
                    b.text("feed"),
                    Objects.requireNonNull(grains.get(b.text("feed"))),
                    b.text("file_name"),
                    b.moment("landed_at"),
                    b.whole("rows"),
                    Optional.ofNullable(counts.get(b.whole("batch")))))
        .toList();
  }

  /** What a source is called. */
  public record SourceName(String source, Label label) {}

  /** Apart from the account of all rows, as every page that shows where a fact is from asks it. */
  @Needs(Right.VIEW)
  @GetMapping("/names")
  @About("What the sources are called.")
  public List<SourceName> names() {
    return gongbi.mappings().labels().entrySet().stream()
        .map(e -> new SourceName(e.getKey().value(), e.getValue()))
        .toList();
  }

  private static FeedView feed(Mapping mapping, Table batches, List<Quality.FeedQuality> quality) {
    // The newest batch comes first.
    var own =
        batches.stream()
            .filter(b -> b.text("source").equals(mapping.source().value()))
            .filter(b -> b.text("feed").equals(mapping.feed()))
            .toList();
    return new FeedView(
        mapping.feed(),
        mapping.grain().value(),
        mapping,
        own.size(),
        own.stream().findFirst().map(b -> b.text("file_name")),
        own.stream().findFirst().map(b -> b.moment("landed_at")),
        quality.stream()
            .filter(q -> q.feed().equals(mapping.id()))
            .map(Quality.FeedQuality::counts)
            .findFirst()
            .orElse(new Quality.Counts(0, 0, 0, 0, 0)));
  }

  /** The mapping that holds for a feed: the file that {@code gongbi import} takes. */
  @Needs(Right.DEFINE)
  @GetMapping("/mappings/{source}/{feed}")
  @About("The mapping that holds for a feed.")
  public Mapping mapping(@PathVariable String source, @PathVariable String feed) {
    return held(source, feed);
  }

  private Mapping held(String source, String feed) {
    var what = source + "/" + feed;
    if (!SourceId.fits(source) || !FeedId.fits(feed))
      throw Faults.notFound("source.no-such-mapping", what);
    return gongbi
        .mappings()
        .find(FeedId.of(source, feed))
        .orElseThrow(() -> Faults.notFound("source.no-such-mapping", what));
  }

  /** What has landed in a feed, looked at again: the columns that its mapping may use. */
  @Needs(Right.DEFINE)
  @GetMapping("/mappings/{source}/{feed}/look")
  @About("What has landed in a feed, looked at again.")
  public LookView landed(
      @PathVariable String source,
      @PathVariable String feed,
      Viewer viewer,
      HttpServletRequest request) {
    var mapping = held(source, feed);
    return gongbi
        .landing()
        .look(mapping, viewer, gongbi.gate())
        .map(look -> LookView.of(look, Speech.of(request)))
        .orElseThrow(() -> Faults.notFound("source.nothing-landed", mapping.id().toString()));
  }

  /** Keeps a changed mapping, and begins to read what has landed by it anew. */
  @Needs(Right.DEFINE)
  @PutMapping("/mappings/{source}/{feed}")
  @About("Changes a mapping, and reads what has landed by it anew.")
  public Begun remap(
      @PathVariable String source,
      @PathVariable String feed,
      @RequestBody Mapping mapping,
      Viewer viewer) {
    var before = held(source, feed);
    if (!mapping.source().equals(before.source()) || !mapping.feed().equals(before.feed()))
      throw Faults.bad("source.mapping-of-another", "feed");
    gongbi
        .landing()
        .look(before, viewer, gongbi.gate())
        .ifPresent(
            look -> {
              var faults =
                  MappingCheck.faults(
                      mapping, look.columnNames(), gongbi.mappings().all(), gongbi.standard());
              if (!faults.isEmpty()) throw new FaultException(faults);
            });
    gongbi.audit().record(viewer.user(), Act.DEFINED, mapping.id().toString(), "mapping");
    return new Begun(gongbi.imports().reread(viewer.user(), mapping).value());
  }
}
