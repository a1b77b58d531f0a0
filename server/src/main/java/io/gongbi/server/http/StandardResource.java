package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.quality.Quality;
import io.gongbi.server.login.Needs;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.standard.CompanyField;
import io.gongbi.standard.CompanyFields;
import io.gongbi.standard.Entity;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Sensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The customer data standard: what columns can be mapped to, and what the company added to it. */
@RestController
@About("The customer data standard.")
public class StandardResource {
  private final Gongbi gongbi;

  public StandardResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** An entity; a row of it may carry the fields of its parents too. */
  public record EntityView(
      EntityName name,
      Label label,
      List<EntityName> parents,
      List<SegmentResource.FieldView> fields) {}

  @Needs(Right.VIEW)
  @GetMapping("/api/standard/entities")
  @About("The entities and fields that columns can be mapped to.")
  public List<EntityView> entities() {
    return gongbi.standard().entities().stream()
        .map(
            e ->
                new EntityView(
                    e.name(),
                    e.label(),
                    e.parents(),
                    e.fields().stream().map(SegmentResource.FieldView::of).toList()))
        .toList();
  }

  /** What only a field has that the company added. */
  public record OwnView(
      int version,
      CompanyField.Type type,
      String unit,
      String steward,
      String description,
      boolean retired) {
    static OwnView of(Definition<CompanyField> definition) {
      var field = definition.body();
      return new OwnView(
          definition.version(),
          field.type(),
          field.unit(),
          field.steward(),
          field.description(),
          field.retired());
    }
  }

  /** A column that a field is read from. */
  public record ColumnView(String source, Label label, String feed, String column) {}

  /** A field, how many clean records have it, and the columns it comes from. */
  public record StandardFieldView(
      SegmentResource.FieldView field,
      long filled,
      List<ColumnView> columns,
      Optional<OwnView> own) {}

  /** An entity, how many clean records of it there are, and whether fields may be added. */
  public record StandardView(
      EntityName name, Label label, long rows, boolean open, List<StandardFieldView> fields) {}

  @Needs(Right.VIEW)
  @GetMapping("/api/standard")
  @About("The whole standard: its fields, how well they are filled and where they come from.")
  public List<StandardView> standard(Viewer viewer) {
    var standard = gongbi.standard().now();
    var coverage =
        gongbi.quality().coverage(standard, viewer).stream()
            .collect(Collectors.toMap(Quality.Coverage::entity, Function.identity()));
    var mappings = gongbi.mappings().all();
    var labels = gongbi.mappings().labels();
    var own = gongbi.companyFields().all();
    return standard.entities().stream()
        .map(
            e ->
                view(
                    e,
                    Optional.ofNullable(coverage.get(e.name()))
                        .orElse(new Quality.Coverage(e.name(), 0, Map.of())),
                    columns(mappings, labels),
                    own))
        .toList();
  }

  private static StandardView view(
      Entity entity,
      Quality.Coverage coverage,
      Map<FieldKey, List<ColumnView>> columns,
      List<Definition<CompanyField>> own) {
    var fields = new ArrayList<StandardFieldView>();
    for (var field : entity.fields()) {
      var column = field.key().column();
      fields.add(
          new StandardFieldView(
              SegmentResource.FieldView.of(field),
              coverage.filled().getOrDefault(column, 0L),
              columns.getOrDefault(field.key(), List.of()),
              own.stream().filter(d -> d.id().key().equals(column)).findFirst().map(OwnView::of)));
    }
    own.stream()
        .filter(d -> d.body().retired() && d.body().entity().equals(entity.name()))
        .forEach(
            d ->
                fields.add(
                    new StandardFieldView(
                        SegmentResource.FieldView.of(field(d)),
                        0,
                        List.of(),
                        Optional.of(OwnView.of(d)))));
    return new StandardView(
        entity.name(),
        entity.label(),
        coverage.rows(),
        CompanyFields.ENTITIES.contains(entity.name()),
        fields);
  }

  private static Field field(Definition<CompanyField> definition) {
    var body = definition.body();
    return new Field(
        new FieldKey(body.entity(), definition.id().key()),
        body.type().column(),
        definition.label(),
        body.sensitivity(),
        body.mandatory(),
        body.codes());
  }

  /** The columns that each field is read from. */
  private static Map<FieldKey, List<ColumnView>> columns(
      List<Mapping> mappings, Map<SourceId, Label> labels) {
    return mappings.stream()
        .flatMap(
            m ->
                m.lines().stream()
                    .map(
                        line ->
                            Map.entry(
                                line.field(),
                                new ColumnView(
                                    m.source().value(),
                                    labels.getOrDefault(m.source(), m.label()),
                                    m.feed(),
                                    line.column()))))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Something that people defined and that speaks of a field; {@code kind} as tag, segment. */
  public record UseView(String kind, String key, Label label) {}

  @Needs(Right.VIEW)
  @GetMapping("/api/standard/fields/{field}/uses")
  @About("The mappings, tags, segments and other definitions that speak of a field.")
  public List<UseView> uses(@PathVariable FieldKey field) {
    return gongbi.companyFields().usedBy(field).stream()
        .map(m -> new UseView(m.id().kind(), m.id().key(), m.label()))
        .toList();
  }

  /**
   * A field to be added, or as it is to be. {@code name} counts only when it is added: pet makes
   * x_pet, nothing the next number.
   */
  public record Wanted(
      EntityName entity,
      Optional<String> name,
      Label label,
      CompanyField.Type type,
      String unit,
      boolean mandatory,
      Sensitivity sensitivity,
      List<Field.Code> codes,
      String steward,
      String description) {
    CompanyField body(boolean retired) {
      return new CompanyField(
          entity,
          type,
          unit.strip(),
          mandatory,
          sensitivity,
          codes,
          steward.strip(),
          description.strip(),
          retired);
    }

    Label said() {
      return new Label(label.zh().strip(), label.en().strip());
    }
  }

  /** The key of a field, such as customer.x_pet. */
  public record Kept(String key, int version) {
    static Kept of(Definition<CompanyField> definition) {
      return new Kept(field(definition).key().toString(), definition.version());
    }
  }

  @Needs(value = Right.DEFINE, overAll = "standard.sees-some-only")
  @PostMapping("/api/standard/fields")
  @About("Adds a field to an entity.")
  public Kept add(@RequestBody Wanted wanted, Viewer viewer) {
    return Kept.of(
        gongbi
            .companyFields()
            .add(
                wanted
                    .name()
                    .map(n -> n.strip().toLowerCase(Locale.ROOT))
                    .filter(n -> !n.isEmpty()),
                wanted.said(),
                wanted.body(false),
                viewer.user()));
  }

  /** A field as it is to be, and the version that it was changed from. */
  public record Changed(int version, Wanted field) {}

  @Needs(value = Right.DEFINE, overAll = "standard.sees-some-only")
  @PutMapping("/api/standard/fields/{column}")
  @About("Changes the name, codes and care of a field that the company added.")
  public Kept change(@PathVariable String column, @RequestBody Changed changed, Viewer viewer) {
    var retired = gongbi.companyFields().get(column).body().retired();
    return Kept.of(
        gongbi
            .companyFields()
            .change(
                column,
                changed.version(),
                changed.field().said(),
                changed.field().body(retired),
                viewer.user()));
  }

  @Needs(value = Right.DEFINE, overAll = "standard.sees-some-only")
  @PostMapping("/api/standard/fields/{column}/retire")
  @About("Offers a field no more; refused while anything speaks of it.")
  public Kept retire(@PathVariable String column, Viewer viewer) {
    return Kept.of(gongbi.companyFields().retire(column, viewer.user()));
  }

  @Needs(value = Right.DEFINE, overAll = "standard.sees-some-only")
  @PostMapping("/api/standard/fields/{column}/restore")
  @About("Offers a retired field again.")
  public Kept restore(@PathVariable String column, Viewer viewer) {
    return Kept.of(gongbi.companyFields().restore(column, viewer.user()));
  }
}
