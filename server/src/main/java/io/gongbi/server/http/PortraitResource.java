package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.profile.Beat;
import io.gongbi.profile.EventKind;
import io.gongbi.profile.EventName;
import io.gongbi.profile.Habits;
import io.gongbi.profile.Imputation;
import io.gongbi.profile.Portrait;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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

/**
 * One customer: the portrait with where each fact comes from, what happened, what they are drawn
 * to.
 */
@RestController
@About("One customer: portrait, timeline, habits.")
@RequestMapping("/api/profile/customers")
public class PortraitResource {
  private static final int SHORTEST_REASON = 2;
  private static final int LONGEST_REASON = 200;

  private final Gongbi gongbi;

  public PortraitResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** The 360 page. */
  public record Shown(
      long id,
      Optional<Long> was,
      LocalDate asOf,
      List<FactView> facts,
      Portrait.Worth worth,
      Optional<ProfileResource.MarkView> card,
      List<PanelView> panels) {}

  /** A field with where it comes from. */
  public record FactView(
      String field,
      Label label,
      Value value,
      boolean masked,
      Optional<String> source,
      Optional<String> file,
      Optional<Long> line,
      Optional<String> recordKey,
      Optional<String> why,
      List<OtherView> others,
      Optional<GuessView> guess) {}

  /** What a rule inferred where no record says anything, and how right it is. */
  public record GuessView(
      Value value, Imputation.Method method, Optional<ImputationResource.AccuracyView> accuracy) {}

  /** What another record says. */
  public record OtherView(Value value, String source, String recordKey, String why) {}

  /** A part of the page that some package brings. */
  public record PanelView(String id, Label label, TableView table) {}

  @Needs(Right.VIEW)
  @GetMapping("/{id}")
  @About("The portrait of one customer, every fact with its source.")
  public Shown portrait(@PathVariable long id, Viewer viewer, HttpServletRequest request) {
    var locale = Speech.of(request);
    var portrait = gongbi.profiles().portrait(Names.customer(id), viewer);
    return new Shown(
        portrait.id().value(),
        portrait.was().map(CustomerId::value),
        portrait.asOf().day(),
        portrait.facts().stream().map(f -> fact(f, locale)).toList(),
        portrait.worth(),
        Optional.ofNullable(gongbi.cards().among(List.of(portrait.id()), viewer).get(portrait.id()))
            .flatMap(ProfileResource.MarkView::of),
        portrait.panels().stream()
            .map(p -> new PanelView(p.id(), p.label(), TableView.of(p.table())))
            .toList());
  }

  private static FactView fact(Portrait.Fact fact, Locale locale) {
    return new FactView(
        fact.field().toString(),
        fact.label(),
        fact.value(),
        fact.masked(),
        fact.origin().map(Portrait.Origin::source),
        fact.origin().flatMap(Portrait.Origin::file),
        fact.origin().flatMap(Portrait.Origin::line),
        fact.origin().map(Portrait.Origin::recordKey),
        fact.origin().map(o -> Messages.say(o.why(), Map.of(), locale)),
        fact.others().stream()
            .map(
                o ->
                    new OtherView(
                        o.value(),
                        o.source(),
                        o.recordKey(),
                        Messages.say(o.why(), Map.of(), locale)))
            .toList(),
        fact.guess()
            .map(
                g ->
                    new GuessView(
                        g.value(),
                        g.method(),
                        g.accuracy().map(ImputationResource.AccuracyView::of))));
  }

  /** Which field somebody wants to see in clear, {@code customer.phone}, and why. */
  public record Reveal(String field, String reason) {}

  /** The field in clear. */
  public record Revealed(String field, Value value) {}

  @Needs(Right.REVEAL)
  @PostMapping("/{id}/reveal")
  @About("Shows one masked field of a customer; who asked, for whom and why is kept in the trail.")
  public Revealed reveal(@PathVariable long id, @RequestBody Reveal reveal, Viewer viewer) {
    var reason = reveal.reason().strip();
    if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON)
      throw Faults.bad("profile.reason-missing", "reason");
    var customer = Names.customer(id);
    var value = gongbi.profiles().inClear(customer, Names.field(reveal.field()), viewer);
    gongbi
        .audit()
        .record(
            viewer.user(), Act.UNMASKED, "customer/" + customer, reveal.field() + ": " + reason);
    return new Revealed(reveal.field(), value);
  }

  /** A page of the timeline. */
  public record TimelineView(List<HappeningView> rows, Optional<String> next) {}

  /** One thing that happened. */
  public record HappeningView(
      String name,
      Label label,
      String kind,
      Instant happenedAt,
      Optional<BigDecimal> amount,
      String source,
      String ref,
      Map<String, Value> about) {}

  @Needs(Right.VIEW)
  @GetMapping("/{id}/timeline")
  @About("What happened with a customer, the latest first.")
  public TimelineView timeline(
      @PathVariable long id,
      @RequestParam Optional<String> kind,
      @RequestParam Optional<String> before,
      @RequestParam(defaultValue = "50") int limit,
      Viewer viewer) {
    var page =
        gongbi.profiles().timeline(Names.customer(id), viewer, kind.map(this::kind), before, limit);
    return new TimelineView(
        page.rows().stream()
            .map(
                h ->
                    new HappeningView(
                        h.name(),
                        named(h.name()),
                        kindOf(h.name()),
                        h.happenedAt(),
                        h.amount(),
                        h.source(),
                        h.ref(),
                        h.about()))
            .toList(),
        page.next());
  }

  private EventKind kind(String code) {
    return EventKind.find(code).orElseThrow(() -> Faults.bad("profile.unknown-kind", "kind"));
  }

  private static String kindOf(String name) {
    return EventName.find(name).map(EventName::kind).orElse(EventKind.BROWSED).code();
  }

  private static Label named(String name) {
    return EventName.find(name).map(EventName::label).orElseGet(() -> new Label(name, name));
  }

  /** What a customer is drawn to. */
  public record HabitsView(
      LocalDate asOf, List<DeedView> deeds, List<Habits.Like> likes, List<Habits.Place> places) {}

  /** How often the customer did one thing. */
  public record DeedView(
      String name, Label label, long in30, long in90, long ever, LocalDate last) {}

  @Needs(Right.VIEW)
  @GetMapping("/{id}/habits")
  @About("What a customer did in 30 and 90 days, likes, and where they buy.")
  public HabitsView habits(@PathVariable long id, Viewer viewer) {
    var habits = gongbi.profiles().habits(Names.customer(id), viewer);
    return new HabitsView(
        habits.asOf(),
        habits.deeds().stream()
            .map(
                d ->
                    new DeedView(d.name(), named(d.name()), d.in30(), d.in90(), d.ever(), d.last()))
            .toList(),
        habits.likes(),
        habits.places());
  }

  @Needs(Right.VIEW)
  @GetMapping("/{id}/rhythm")
  @About("At which hours of the week a customer buys, and looks around.")
  public List<Beat> rhythm(@PathVariable long id, Viewer viewer) {
    return gongbi.profiles().rhythm(Names.customer(id), viewer);
  }
}
