package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Needs;
import io.gongbi.tag.RfmReport;
import io.gongbi.tag.Rhythm;
import io.gongbi.tag.Tag;
import io.gongbi.tag.TagRule;
import io.gongbi.tag.TagView;
import io.gongbi.tag.Tags;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** The tag library: what there is, who has it, why, and since when. */
@RestController
@About("The tag library.")
@RequestMapping("/api/tags")
public class TagResource {
  /** As many as a page shows beside each other. */
  private static final int MOST_TURNED = 100;

  private final Gongbi gongbi;
  private final Tags tags;

  public TagResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.tags = gongbi.tags();
  }

  /**
   * A tag as the library shows it. While it is {@code counting}, it was saved but its numbers are
   * still those of the version before: ask again in a moment.
   *
   * @param category where it stands in the library, apart by {@code /} from the root down
   * @param categoryPath what each of these is called
   * @param ready whether it came with the product
   * @param status DRAFT, APPROVED, PUBLISHED or RETIRED: only what is published is computed
   * @param computedAt when it was last brought up to date: by a refresh, or when it was saved
   */
  public record Shown(
      String id,
      String trait,
      Label label,
      String category,
      Label categoryLabel,
      List<Label> categoryPath,
      Label meaning,
      TagRule rule,
      boolean ready,
      Definition.Status status,
      String type,
      long holders,
      long customers,
      double coverage,
      List<CountView> values,
      Instant computedAt,
      boolean counting,
      Instant changedAt,
      Label owner,
      int version) {}

  /** How many hold one value. */
  public record CountView(@Nullable Object value, Label label, long customers) {}

  private Shown shown(TagView tag, Doers doers) {
    var definition = tag.definition();
    var computedAt =
        gongbi
            .refresher()
            .lastFinished()
            .filter(at -> at.isAfter(definition.changedAt()))
            .orElse(definition.changedAt());
    return new Shown(
        definition.id().key(),
        definition.id().toString(),
        definition.label(),
        definition.body().category(),
        definition.body().categoryLabel(),
        definition.body().categoryPath(),
        definition.body().meaning(),
        definition.body().rule(),
        Tags.isReady(definition.id()),
        definition.status(),
        tag.trait().type().name().toLowerCase(Locale.ROOT),
        tag.holders(),
        tag.customers(),
        tag.coverage(),
        tag.values().stream()
            .map(v -> new CountView(TableView.cell(v.value()), v.label(), v.customers()))
            .toList(),
        computedAt,
        tag.counting(),
        definition.changedAt(),
        doers.called(definition.owner()),
        definition.version());
  }

  private static DefinitionId id(String key) {
    if (!key.matches("[a-z][a-z0-9_]{0,50}")) throw Faults.notFound("definition.unknown", key);
    return Tag.KIND.id(key);
  }

  @Needs(Right.VIEW)
  @GetMapping
  @About("All tags with how many hold them.")
  public List<Shown> all(Viewer viewer) {
    var doers = Doers.of(gongbi);
    return tags.views(viewer).stream().map(t -> shown(t, doers)).toList();
  }

  @Needs(Right.VIEW)
  @GetMapping("/{key}")
  @About("One tag.")
  public Shown one(@PathVariable String key, Viewer viewer) {
    return shown(tags.view(id(key), viewer), Doers.of(gongbi));
  }

  /** A tag to be saved; without a meaning it means what its name says. */
  public record Saved(Label label, String category, Optional<Label> meaning, TagRule rule) {
    Tag tag() {
      Tags.mustBeCategory(category);
      return new Tag(category, meaning.orElse(label), rule);
    }
  }

  @Needs(Right.DEFINE)
  @PostMapping
  @About("Saves a new tag under the next free key, computed at once.")
  public Shown add(@RequestBody Saved saved, Viewer viewer) {
    var added = tags.add(viewer, Names.named(saved.label()), saved.tag());
    return one(added.id().key(), viewer);
  }

  @Needs(Right.DEFINE)
  @PostMapping("/drafts")
  @About("Keeps a new tag as a draft: nobody holds it until it is published.")
  public Shown draft(@RequestBody Saved saved, Viewer viewer) {
    var added = tags.draft(viewer, Names.named(saved.label()), saved.tag());
    return one(added.id().key(), viewer);
  }

  /** Where a tag is to go. */
  public record Moved(Definition.Status status) {}

  @Needs(Right.DEFINE)
  @PostMapping("/{key}/status")
  @About("Approves, publishes, retires a tag or takes it back to a draft.")
  public Shown move(@PathVariable String key, @RequestBody Moved moved, Viewer viewer) {
    tags.move(viewer, id(key), moved.status());
    return one(key, viewer);
  }

  /** Where a tag is to stand in the library. */
  public record Filed(String category) {}

  @Needs(Right.DEFINE)
  @PostMapping("/{key}/category")
  @About("Puts a tag elsewhere in the library.")
  public Shown file(@PathVariable String key, @RequestBody Filed filed, Viewer viewer) {
    tags.file(viewer, id(key), filed.category());
    return one(key, viewer);
  }

  /** A category, and what it is to be called, or where it is to lie. */
  public record CategoryMove(String from, String to) {}

  /** How many tags moved with it. */
  public record CategoryMoved(int tags) {}

  @Needs(Right.DEFINE)
  @PostMapping("/categories/move")
  @About("Calls a category otherwise or puts it under another, with all that is in it.")
  public CategoryMoved moveCategory(@RequestBody CategoryMove move, Viewer viewer) {
    return new CategoryMoved(tags.moveCategory(viewer, move.from(), move.to()));
  }

  /** A rule to be tried. */
  public record Tried(TagRule rule) {}

  /** What it would say, if it were saved now. */
  public record PreviewView(
      long holders, long customers, double coverage, List<CountView> values, LocalDate asOf) {}

  @Needs(Right.DEFINE)
  @PostMapping("/preview")
  @About("How many would hold a tag of this rule, by value.")
  public PreviewView preview(@RequestBody Tried tried, Viewer viewer) {
    var preview = tags.preview(tried.rule(), viewer);
    return new PreviewView(
        preview.holders(),
        preview.customers(),
        preview.customers() == 0 ? 0 : (double) preview.holders() / preview.customers(),
        preview.values().stream()
            .map(v -> new CountView(TableView.cell(v.value()), v.label(), v.customers()))
            .toList(),
        preview.asOf().day());
  }

  /** How long customers wait before they buy again, and the lines that follow, in days. */
  public record RhythmView(
      LocalDate asOf,
      Optional<Rhythm.Line> overall,
      List<Rhythm.Line> categories,
      Optional<Double> loyalDays,
      boolean more) {}

  @Needs(Right.VIEW)
  @PostMapping("/rhythm")
  @About("The intervals between purchases, and where a life cycle would draw its lines.")
  public RhythmView rhythm(@RequestBody TagRule.Lifecycle rule) {
    var rhythm = tags.rhythm(rule);
    return new RhythmView(
        rhythm.asOf().day(),
        rhythm.overall(),
        rhythm.categories(),
        rhythm.loyalDays(),
        rhythm.more());
  }

  @Needs(Right.DEFINE)
  @PutMapping("/{key}")
  @About("Saves a tag.")
  public Shown put(@PathVariable String key, @RequestBody Saved saved, Viewer viewer) {
    tags.put(viewer, id(key), Names.named(saved.label()), saved.tag());
    return one(key, viewer);
  }

  @Needs(Right.DEFINE)
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Retires a tag.")
  public void retire(@PathVariable String key, Viewer viewer) {
    tags.retire(viewer, id(key));
  }

  /** The holders on a day on which their number changed. */
  public record Day(LocalDate day, long holders, long entered, long left) {}

  @Needs(Right.VIEW)
  @GetMapping("/{key}/history")
  @About("Its holders on the days on which their number changed.")
  public List<Day> history(@PathVariable String key, Viewer viewer) {
    return tags.history(id(key), viewer).stream()
        .map(r -> new Day(r.day("day"), r.whole("holders"), r.whole("entered"), r.whole("exited")))
        .toList();
  }

  /** The holders of one value on a day on which their number changed. */
  public record ValueDay(LocalDate day, String value, long holders, long entered, long left) {}

  @Needs(Right.VIEW)
  @GetMapping("/{key}/history/values")
  @About("The holders of each value on the days on which their number changed.")
  public List<ValueDay> valueHistory(@PathVariable String key, Viewer viewer) {
    return tags.valueHistory(id(key), viewer).stream()
        .map(
            r ->
                new ValueDay(
                    r.day("day"),
                    r.text("value"),
                    r.whole("holders"),
                    r.whole("entered"),
                    r.whole("exited")))
        .toList();
  }

  /**
   * Somebody whose tag changed.
   *
   * @param turn "came", "left", or "moved" from one value to another
   * @param name empty for a customer who is no more
   */
  public record Turned(
      String turn,
      long customer,
      Optional<String> name,
      Optional<String> before,
      Optional<String> after,
      Instant happenedAt,
      String cause) {}

  /** Who came, left and moved last; {@code most} of each. */
  @Needs(Right.VIEW)
  @GetMapping("/{key}/latest")
  @About("Who came, left and moved to another value last.")
  public List<Turned> latest(
      @PathVariable String key, @RequestParam(defaultValue = "10") int most, Viewer viewer) {
    mustBeFew(most);
    return tags.latest(id(key), most, viewer).stream().map(TagResource::turned).toList();
  }

  static void mustBeFew(int most) {
    if (most >= 1 && most <= MOST_TURNED) return;
    throw new FaultException(
        new Fault.BadQuestion(
            "profile.bad-page", "most", Map.of("most", Integer.toString(MOST_TURNED))));
  }

  static Turned turned(Row row) {
    return new Turned(
        row.text("turn"),
        row.whole("customer_id"),
        row.textIfAny("name"),
        row.textIfAny("before").map(Trait::read),
        row.textIfAny("after").map(Trait::read),
        row.moment("happened_at"),
        row.text("cause"));
  }

  @Needs(Right.VIEW)
  @GetMapping("/{key}/why/{customer}")
  @About("Why a customer has a tag, or has it not.")
  public WhyView why(@PathVariable String key, @PathVariable long customer, Viewer viewer) {
    return WhyView.of(tags.why(id(key), Names.customer(customer), viewer));
  }

  /** The eight groups side by side. */
  public record RfmView(
      TagRule.Rfm settings,
      LocalDate asOf,
      int windowDays,
      Optional<RfmReport.Thresholds> thresholds,
      List<ClassView> classes,
      long without) {}

  public record ClassView(
      String code,
      String value,
      Label label,
      long customers,
      double share,
      Optional<Double> averageR,
      Optional<Double> averageF,
      Optional<Double> averageM,
      double revenue,
      double revenueShare) {}

  @Needs(Right.VIEW)
  @GetMapping("/{key}/rfm")
  @About("The eight groups of an RFM tag side by side.")
  public RfmView rfm(@PathVariable String key, Viewer viewer) {
    var report = tags.rfm(id(key), viewer);
    return new RfmView(
        report.settings(),
        report.asOf().day(),
        report.settings().windowDays(),
        report.thresholds(),
        report.groups().stream()
            .map(
                g ->
                    new ClassView(
                        g.group().code(),
                        g.group().code(),
                        g.label(),
                        g.customers(),
                        g.share(),
                        g.averages().map(RfmReport.Thresholds::r),
                        g.averages().map(RfmReport.Thresholds::f),
                        g.averages().map(RfmReport.Thresholds::m),
                        g.revenue(),
                        g.revenueShare()))
            .toList(),
        report.without());
  }
}
