package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.server.login.Needs;
import io.gongbi.source.KnownMapping;
import io.gongbi.source.Layout;
import io.gongbi.source.Looks;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.SourceId;
import io.gongbi.source.Uploads;
import io.gongbi.standard.EntityName;
import io.gongbi.warehouse.Table;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files coming in: sent, looked at, and what they would become. */
@RestController
@About("Files coming in: sent, looked at, and what they would become.")
@RequestMapping("/api/source/uploads")
public class UploadResource {
  private final Gongbi gongbi;
  private final Uploads uploads;

  public UploadResource(Gongbi gongbi) {
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

  @Needs(value = Right.DEFINE, overAll = "source.sees-some-only")
  @PostMapping
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

  @Needs(value = Right.DEFINE, overAll = "source.sees-some-only")
  @PostMapping("/{id}/look")
  @About("Looks again, reading the file another way.")
  public LookView look(
      @PathVariable String id, @RequestBody Relook relook, HttpServletRequest request) {
    var upload = uploads.find(id);
    return LookView.of(
        Looks.look(upload.path(), upload.name(), relook.layout()), Speech.of(request));
  }

  /**
   * The system that a file comes from, and how the file is read; {@code grain}: what a row of it
   * is, where a person has said so.
   */
  public record Asked(Optional<String> source, Layout layout, Optional<String> grain) {}

  @Needs(value = Right.DEFINE, overAll = "source.sees-some-only")
  @PostMapping("/{id}/suggest")
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
            .suggest(
                upload.path(), upload.name(), look, source, asked.grain().map(EntityName::new));
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

  @Needs(value = Right.DEFINE, overAll = "source.sees-some-only")
  @PostMapping("/{id}/check")
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
}
