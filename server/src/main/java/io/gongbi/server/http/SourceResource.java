package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.quality.Quality;
import io.gongbi.server.login.Needs;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.warehouse.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where facts come from: the sources with their feeds, and the files that landed. */
@RestController
@About("The sources with their feeds, and the files that landed.")
@RequestMapping("/api/source")
public class SourceResource {
  private final Gongbi gongbi;

  public SourceResource(Gongbi gongbi) {
    this.gongbi = gongbi;
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
}
