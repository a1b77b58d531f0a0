package io.gongbi.source;

import io.gongbi.catalog.Codec;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Family;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Shape;
import io.gongbi.catalog.UserId;
import io.gongbi.catalog.Written;
import io.gongbi.standard.Standard;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The mappings that hold, one for each feed, in every version. */
public final class Mappings {
  /** How mappings are written, in the catalog and in the file that people keep. */
  public static final List<Shape> SHAPES =
      Stream.concat(
              Standard.SHAPES.stream(),
              Stream.of(
                  Written.lower(Layout.Format.class),
                  Family.of(Transform.class)
                      .with("codes", Transform.Codes.class)
                      .with("dayFirst", Transform.DayFirst.class)
                      .with("monthFirst", Transform.MonthFirst.class)
                      .with("keep", Transform.Keep.class)
                      .with("times", Transform.Times.class)))
          .toList();

  public static final Kind<Mapping> KIND = Kind.of("mapping", Mapping.class, SHAPES);

  private static final Codec CODEC = Codec.of(KIND);

  private final Definitions definitions;

  public Mappings(Definitions definitions) {
    this.definitions = definitions;
  }

  private static DefinitionId id(FeedId feed) {
    return KIND.id(feed.source() + "_" + feed.feed());
  }

  /** Keeps the mapping as the one of its feed. The same again is no new version. */
  public Definition<Mapping> save(Mapping mapping, UserId by) {
    var before = definitions.find(KIND, id(mapping.id()));
    if (before.isPresent() && before.get().body().equals(mapping)) return before.get();
    return definitions.save(
        KIND,
        before
            .map(d -> d.with(mapping.label()).withOwner(by).withBody(mapping))
            .orElseGet(() -> Definition.fresh(id(mapping.id()), mapping.label(), by, mapping)));
  }

  public Optional<Mapping> find(FeedId feed) {
    return definitions.find(KIND, id(feed)).map(Definition::body);
  }

  /** In the order of sources and feeds. */
  public List<Mapping> all() {
    return definitions.all(KIND).stream().map(Definition::body).toList();
  }

  /** The sources of which any feed says anything of customers, in their order. */
  public List<String> ofCustomers() {
    return all().stream()
        .filter(m -> m.lines().stream().anyMatch(l -> l.field().entity().equals(Standard.CUSTOMER)))
        .map(m -> m.source().value())
        .distinct()
        .toList();
  }

  /** What people call a source: as one of its mappings says, or what it is usually called. */
  public Label label(SourceId source) {
    return Objects.requireNonNullElseGet(labels().get(source), source::usualLabel);
  }

  /** What people call each source, in the order of the sources. */
  public SortedMap<SourceId, Label> labels() {
    return labels(all());
  }

  /** The same of the sources of some mappings: where only those of orders matter, {@code shop}. */
  public static SortedMap<SourceId, Label> labels(List<Mapping> mappings) {
    var labels = new TreeMap<SourceId, Label>();
    for (var mapping : mappings) {
      var source = mapping.source();
      boolean named = !mapping.label().equals(Label.typed(source.value()));
      labels.putIfAbsent(source, named ? mapping.label() : source.usualLabel());
    }
    return labels;
  }

  /** The file that {@code ./gongbi import} takes. */
  public static String write(Mapping mapping) {
    return CODEC.write(mapping);
  }

  /** Throws {@code json.…} faults with the place of each. */
  public static Mapping read(String json) {
    return CODEC.read(json, Mapping.class);
  }
}
