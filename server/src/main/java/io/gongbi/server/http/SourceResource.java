package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Needs;
import io.gongbi.source.FeedId;
import io.gongbi.source.FileLook;
import io.gongbi.source.Imports;
import io.gongbi.source.Layout;
import io.gongbi.source.Looks;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.source.Uploads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files coming in: sent, looked at, mapped, imported. */
@RestController
@RequestMapping("/api/source")
public class SourceResource {
  private final Gongbi gongbi;
  private final Uploads uploads;

  public SourceResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.uploads = gongbi.uploads();
  }

  /** A file that was sent and waits to be imported. */
  public record UploadView(String id, String name, long bytes, LookView look) {}

  /** What is to be seen of a file. */
  public record LookView(
      Layout.Format format,
      Layout layout,
      List<String> sheets,
      List<ColumnView> columns,
      List<List<String>> rows,
      boolean more) {
    static LookView of(FileLook look) {
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
          look.more());
    }
  }

  /** One column as its first rows show it. */
  public record ColumnView(String name, String type, double filled, List<String> examples) {}

  @Needs(Right.DEFINE)
  @PostMapping("/uploads")
  public UploadView upload(@RequestParam("file") MultipartFile file) throws IOException {
    try (var in = file.getInputStream()) {
      var name = Optional.ofNullable(file.getOriginalFilename()).orElse("file");
      var upload = uploads.store(in, name);
      try {
        return view(upload, Looks.look(upload.path(), upload.name()));
      } catch (RuntimeException e) {
        uploads.delete(upload.id());
        throw e;
      }
    }
  }

  private static UploadView view(Uploads.Upload upload, FileLook look) {
    return new UploadView(upload.id(), upload.name(), upload.bytes(), LookView.of(look));
  }

  /** How a file is to be read. */
  public record Relook(Layout layout) {}

  @Needs(Right.DEFINE)
  @PostMapping("/uploads/{id}/look")
  public LookView look(@PathVariable String id, @RequestBody Relook relook) {
    var upload = uploads.find(id);
    return LookView.of(Looks.look(upload.path(), upload.name(), relook.layout()));
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

  @Needs(Right.DEFINE)
  @PostMapping("/imports")
  public Begun imports(@RequestBody Wanted wanted, Viewer viewer) {
    var pieces = new ArrayList<>(List.of(new Piece(wanted.upload(), wanted.mapping())));
    pieces.addAll(wanted.more());
    var items = new ArrayList<Imports.Item>();
    for (var piece : pieces) {
      var upload = uploads.find(piece.upload());
      items.add(new Imports.Item(upload.path(), upload.name(), piece.mapping()));
    }
    for (var item : items)
      gongbi
          .audit()
          .record(viewer.user(), Act.IMPORTED, item.mapping().id().toString(), item.name());
    var run =
        gongbi
            .imports()
            .begin(
                viewer.user(),
                items,
                wanted.again().orElse(false),
                () -> pieces.forEach(piece -> uploads.delete(piece.upload())));
    return new Begun(run.value());
  }

  /** The mapping that holds for a feed: the file that {@code gongbi import} takes. */
  @Needs(Right.DEFINE)
  @GetMapping("/mappings/{source}/{feed}")
  public Mapping mapping(@PathVariable String source, @PathVariable String feed) {
    var what = source + "/" + feed;
    if (!SourceId.fits(source) || !FeedId.fits(feed))
      throw Faults.notFound("source.no-such-mapping", what);
    return gongbi
        .mappings()
        .find(FeedId.of(source, feed))
        .orElseThrow(() -> Faults.notFound("source.no-such-mapping", what));
  }
}
