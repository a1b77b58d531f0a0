package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Needs;
import io.gongbi.tag.RfmReport;
import io.gongbi.tag.Tag;
import io.gongbi.tag.TagRule;
import io.gongbi.tag.TagView;
import io.gongbi.tag.Tags;
import io.gongbi.warehouse.Value;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tag library: what there is, who has it, why, and since when. */
@RestController
@About("The tag library.")
@RequestMapping("/api/tags")
public class TagResource {
  private final Tags tags;

  public TagResource(Gongbi gongbi) {
    this.tags = gongbi.tags();
  }

  /**
   * A tag as the library shows it. While it is {@code counting}, it was saved but its numbers are
   * still those of the version before: ask again in a moment.
   */
  public record Shown(
      String id,
      String trait,
      Label label,
      Label category,
      Label meaning,
      TagRule rule,
      String type,
      long holders,
      long customers,
      double coverage,
      List<CountView> values,
      boolean counting,
      Instant changedAt,
      String owner,
      int version) {}

  /** How many hold one value. */
  public record CountView(@Nullable Object value, Label label, long customers) {}

  private static Shown shown(TagView tag) {
    var definition = tag.definition();
    return new Shown(
        definition.id().key(),
        definition.id().toString(),
        definition.label(),
        definition.body().categoryLabel(),
        definition.body().meaning(),
        definition.body().rule(),
        tag.trait().type().name().toLowerCase(Locale.ROOT),
        tag.holders(),
        tag.customers(),
        tag.coverage(),
        tag.values().stream()
            .map(v -> new CountView(TableView.cell(v.value()), v.label(), v.customers()))
            .toList(),
        tag.counting(),
        definition.changedAt(),
        definition.owner().value(),
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
    return tags.views(viewer).stream().map(TagResource::shown).toList();
  }

  @Needs(Right.VIEW)
  @GetMapping("/{key}")
  @About("One tag.")
  public Shown one(@PathVariable String key, Viewer viewer) {
    return shown(tags.view(id(key), viewer));
  }

  /** A tag to be saved. */
  public record Saved(Label label, String category, Label meaning, TagRule rule) {}

  @Needs(Right.DEFINE)
  @PutMapping("/{key}")
  @About("Saves a tag.")
  public Shown put(@PathVariable String key, @RequestBody Saved saved, Viewer viewer) {
    tags.put(
        viewer, id(key), saved.label(), new Tag(saved.category(), saved.meaning(), saved.rule()));
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

  /** Why a customer has a tag, or has it not. */
  public record WhyView(
      boolean holds,
      Value value,
      Optional<Instant> since,
      LocalDate asOf,
      Optional<Period> span,
      List<AtomView> atoms,
      List<ChangeView> changes,
      String sql) {}

  public record AtomView(
      Label text,
      boolean holds,
      Value found,
      Label wanted,
      Optional<Period> span,
      TableView rows) {}

  public record ChangeView(
      Instant happenedAt, Optional<String> before, Optional<String> after, String cause) {}

  @Needs(Right.VIEW)
  @GetMapping("/{key}/why/{customer}")
  @About("Why a customer has a tag, or has it not.")
  public WhyView why(@PathVariable String key, @PathVariable long customer, Viewer viewer) {
    var why = tags.why(id(key), Names.customer(customer), viewer);
    return new WhyView(
        why.holds(),
        why.value(),
        why.since(),
        why.asOf().day(),
        why.span(),
        why.atoms().stream()
            .map(
                a ->
                    new AtomView(
                        a.text(),
                        a.holds(),
                        a.found(),
                        a.wanted(),
                        a.span(),
                        TableView.of(a.rows())))
            .toList(),
        why.changes().stream()
            .map(c -> new ChangeView(c.happenedAt(), c.before(), c.after(), c.cause().text()))
            .toList(),
        why.sql());
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
  @GetMapping("/rfm")
  @About("The eight RFM groups side by side.")
  public RfmView rfm(Viewer viewer) {
    var report = tags.rfm(Tag.KIND.id(Tags.RFM), viewer);
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
                        g.group().label(),
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
