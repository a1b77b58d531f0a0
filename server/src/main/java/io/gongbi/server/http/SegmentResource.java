package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Vocabulary;
import io.gongbi.segment.Cap;
import io.gongbi.segment.ListFile;
import io.gongbi.segment.Segment;
import io.gongbi.segment.SegmentView;
import io.gongbi.segment.Segments;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.Field;
import io.gongbi.standard.Imputed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Segments: counting, saving, leaving the house. */
@RestController
@About("Segments: counting, saving, leaving the house.")
@RequestMapping("/api/segments")
public class SegmentResource {
  private final Gongbi gongbi;
  private final Segments segments;

  public SegmentResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.segments = gongbi.segments();
  }

  /** A condition to be counted. */
  public record Counted(Condition condition, Optional<Cap> cap) {
    Segment.Dynamic segment() {
      return new Segment.Dynamic(condition, cap);
    }
  }

  /** A head count; {@code fitting} meet the condition, {@code of} is everybody in sight. */
  public record CountView(
      long count, long fitting, long of, LocalDate asOf, long milliseconds, String sql) {}

  @Needs(Right.VIEW)
  @PostMapping("/count")
  @About("How many customers fit a condition, or have one of its places.")
  public CountView count(@RequestBody Counted counted, Viewer viewer) {
    var count = segments.count(counted.segment(), viewer);
    return new CountView(
        count.count(),
        count.fitting(),
        count.of(),
        count.asOf().day(),
        count.milliseconds(),
        count.sql());
  }

  /** One part of a condition by itself; {@code extreme}: what comes nearest to its bound. */
  public record PartView(Label text, long customers, @Nullable Object extreme) {}

  @Needs(Right.VIEW)
  @PostMapping("/count/parts")
  @About("How many customers fit each part of a condition: why the whole fits nobody.")
  public List<PartView> parts(@RequestBody Counted counted, Viewer viewer) {
    return segments.parts(counted.condition(), viewer).stream()
        .map(p -> new PartView(p.text(), p.customers(), TableView.cell(p.extreme())))
        .toList();
  }

  /**
   * A segment as lists and pages show it. While it is {@code counting}, it was saved but its
   * members are still those of the version before: ask again in a moment.
   */
  public record View(
      String id,
      String trait,
      Label label,
      String kind,
      Optional<Condition> condition,
      Optional<Cap> cap,
      Optional<String> origin,
      long size,
      boolean counting,
      Instant changedAt,
      Label owner) {}

  private static View view(SegmentView segment, Doers doers) {
    var definition = segment.definition();
    return new View(
        definition.id().key(),
        definition.id().toString(),
        definition.label(),
        definition.body() instanceof Segment.Dynamic ? "dynamic" : "fixed",
        definition.body() instanceof Segment.Dynamic d ? Optional.of(d.who()) : Optional.empty(),
        definition.body() instanceof Segment.Dynamic d ? d.cap() : Optional.empty(),
        definition.body() instanceof Segment.Fixed f ? Optional.of(f.origin()) : Optional.empty(),
        segment.size(),
        segment.counting(),
        definition.changedAt(),
        doers.called(definition.owner()));
  }

  private View view(DefinitionId id, Viewer viewer) {
    return view(segments.get(id, viewer), Doers.of(gongbi));
  }

  private static DefinitionId id(String key) {
    return Keys.named(Segments.KIND, key);
  }

  @Needs(Right.VIEW)
  @GetMapping
  @About("All segments with their sizes.")
  public List<View> all(Viewer viewer) {
    var doers = Doers.of(gongbi);
    return segments.all(viewer).stream().map(s -> view(s, doers)).toList();
  }

  @Needs(Right.VIEW)
  @GetMapping("/{key}")
  @About("One segment.")
  public View one(@PathVariable String key, Viewer viewer) {
    return view(id(key), viewer);
  }

  /** A segment to be saved; without {@code english} it has one name on every screen. */
  public record Saved(
      String label, Optional<String> english, Condition condition, Optional<Cap> cap) {
    Label named() {
      var one = Names.typed(label);
      return english.map(e -> new Label(one.zh(), Names.typed(e).en())).orElse(one);
    }
  }

  /** A change: without a condition only the name changes. */
  public record Changed(String label, Optional<Condition> condition, Optional<Cap> cap) {}

  @Needs(Right.DEFINE)
  @PostMapping
  @About("Saves a condition as a segment.")
  public View add(@RequestBody Saved saved, Viewer viewer) {
    var definition =
        segments.add(viewer, saved.named(), new Segment.Dynamic(saved.condition(), saved.cap()));
    return view(definition.id(), viewer);
  }

  @Needs(Right.DEFINE)
  @PutMapping("/{key}")
  @About("Renames a segment, or gives it another condition.")
  public View change(@PathVariable String key, @RequestBody Changed changed, Viewer viewer) {
    var label = Names.typed(changed.label());
    if (changed.condition().isPresent()) {
      segments.change(
          viewer, id(key), label, new Segment.Dynamic(changed.condition().get(), changed.cap()));
    } else {
      segments.rename(viewer, id(key), label);
    }
    return view(id(key), viewer);
  }

  @Needs(Right.DEFINE)
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Retires a segment.")
  public void delete(@PathVariable String key, Viewer viewer) {
    segments.delete(viewer, id(key));
  }

  /** What a list is to be called. */
  public record Called(String label) {}

  @Needs(Right.DEFINE)
  @PostMapping("/{key}/snapshot")
  @About("Keeps those who are in a segment now as a list that stays as it is.")
  public View snapshot(@PathVariable String key, @RequestBody Called called, Viewer viewer) {
    var list = segments.snapshot(viewer, id(key), Names.typed(called.label()));
    return view(list.id(), viewer);
  }

  @Needs(Right.VIEW)
  @GetMapping("/{key}/latest")
  @About("Who came and left last.")
  public List<TagResource.Turned> latest(
      @PathVariable String key, @RequestParam(defaultValue = "10") int most, Viewer viewer) {
    TagResource.mustBeFew(most);
    return segments.latest(id(key), most, viewer).stream().map(TagResource::turned).toList();
  }

  /** The size on a day on which it changed. */
  public record Day(LocalDate day, long size, long entered, long left) {}

  @Needs(Right.VIEW)
  @GetMapping("/{key}/history")
  @About("Its size on the days on which it changed.")
  public List<Day> history(@PathVariable String key, Viewer viewer) {
    return segments.history(id(key), viewer).stream()
        .map(r -> new Day(r.day("day"), r.whole("holders"), r.whole("entered"), r.whole("exited")))
        .toList();
  }

  @Needs(Right.VIEW)
  @GetMapping("/{key}/why/{customer}")
  @About("Why a customer is in a segment, or is not.")
  public WhyView why(@PathVariable String key, @PathVariable long customer, Viewer viewer) {
    return WhyView.of(segments.why(id(key), Names.customer(customer), viewer));
  }

  /** {@code xlsx} or {@code csv}, and the columns beside the customer's id. */
  public record Exported(String format, List<String> columns) {}

  @Needs(Right.EXPORT)
  @PostMapping("/{key}/export")
  @About(
      value = "Its customers as a file.",
      file = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"})
  public void export(
      @PathVariable String key,
      @RequestBody Exported wanted,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var format = ListFile.Format.of(wanted.format());
    var segment = segments.get(id(key), viewer).definition();
    var words = Speech.words(request);
    var list = segments.list(id(key), wanted.columns(), viewer).file(words);
    list.mustFit(format);
    gongbi
        .audit()
        .record(
            viewer.user(),
            Act.EXPORTED,
            segment.id().toString(),
            wanted.format() + ", " + list.size() + " rows: " + String.join(", ", wanted.columns()));
    Download.begin(response, format, words.apply(segment.label()));
    list.write(format, response.getOutputStream());
  }

  /** What the builder offers. */
  public record VocabularyView(
      List<FieldView> attributes, List<BehaviourView> behaviours, List<TraitView> traits) {}

  public record FieldView(
      String key,
      Label label,
      String type,
      String sensitivity,
      boolean mandatory,
      List<Field.Code> codes) {
    static FieldView of(Field field) {
      return new FieldView(
          field.key().toString(),
          field.label(),
          field.type().name().toLowerCase(Locale.ROOT),
          field.sensitivity().name().toLowerCase(Locale.ROOT),
          field.mandatory(),
          field.codes());
    }
  }

  public record BehaviourView(
      String entity, Label label, List<FieldView> fields, List<String> aggregates) {}

  public record TraitView(String trait, Label label, String type, List<CodedView> values) {}

  public record CodedView(@Nullable Object value, Label label) {}

  @Needs(Right.VIEW)
  @GetMapping("/vocabulary")
  @About("What conditions can be made of.")
  public VocabularyView vocabulary() {
    Vocabulary words = gongbi.conditions().vocabulary();
    var inferred = gongbi.imputations().byField().keySet();
    return new VocabularyView(
        // Nobody is offered guesses at what nobody guesses.
        words.attributes().stream()
            .filter(f -> Imputed.field(f.key().column()).map(inferred::contains).orElse(true))
            .map(FieldView::of)
            .toList(),
        words.behaviours().stream()
            .map(
                b ->
                    new BehaviourView(
                        b.entity().value(),
                        b.label(),
                        b.fields().stream().map(FieldView::of).toList(),
                        b.aggregates().stream().map(Enum::name).toList()))
            .toList(),
        words.traits().stream()
            .map(
                t ->
                    new TraitView(
                        t.id().value(),
                        t.label(),
                        t.type().name().toLowerCase(Locale.ROOT),
                        t.values().stream()
                            .map(v -> new CodedView(TableView.cell(v.value()), v.label()))
                            .toList()))
            .toList());
  }

  /** A value of a field, and how many of the customers in sight have it. */
  public record OccurringView(String value, long customers) {}

  @Needs(Right.VIEW)
  @GetMapping("/vocabulary/values")
  @About(
      "The values that occur in a text field, those with a part in them, the most frequent first,"
          + " at most 50. What says who somebody is offers none.")
  public List<OccurringView> values(
      @RequestParam String field, @RequestParam(defaultValue = "") String part, Viewer viewer) {
    return segments.occurring(Names.field(field), part, viewer).stream()
        .map(one -> new OccurringView(one.value(), one.customers()))
        .toList();
  }
}
