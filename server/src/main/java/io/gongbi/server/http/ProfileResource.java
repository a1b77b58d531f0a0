package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.profile.Beat;
import io.gongbi.profile.CardVerdict;
import io.gongbi.profile.Cards;
import io.gongbi.profile.EventKind;
import io.gongbi.profile.EventName;
import io.gongbi.profile.Found;
import io.gongbi.profile.Habits;
import io.gongbi.profile.ListView;
import io.gongbi.profile.Portrait;
import io.gongbi.profile.Profiles;
import io.gongbi.profile.Search;
import io.gongbi.segment.ListFile;
import io.gongbi.segment.Segments;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.CustomerId;
import io.gongbi.trait.Trait;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The customers: list, portrait, timeline. */
@RestController
@About("The customers: list, portrait, timeline.")
@RequestMapping("/api/profile/customers")
public class ProfileResource {
  private static final int SHORTEST_REASON = 2;
  private static final int LONGEST_REASON = 200;

  private final Gongbi gongbi;

  public ProfileResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /**
   * What somebody looks for; all parts must hold.
   *
   * @param columns to be shown beside the usual ones: {@code province}, {@code tag/lifecycle}
   */
  public record Wanted(
      Optional<String> text,
      Optional<Condition> condition,
      Optional<String> segment,
      Optional<Boolean> withoutCards,
      Optional<Search.Sort> sort,
      List<String> columns,
      long offset,
      int limit) {}

  /** A page of customers. */
  public record Page(long total, LocalDate asOf, List<Customer> rows) {}

  /** One line of the list; {@code cells}: the columns that were asked for, by their names. */
  public record Customer(
      long id,
      Optional<String> name,
      Optional<String> phone,
      Optional<String> city,
      Optional<String> level,
      long orders,
      BigDecimal netRevenue,
      Optional<LocalDate> lastOrderDay,
      Optional<MarkView> card,
      List<Label> tags,
      Map<String, Value> cells) {}

  /**
   * That a card is confirmed as shared ({@code shared}), or suspected of it ({@code open}), by
   * which signs, and whether figures leave it out.
   *
   * @param verdict of a confirmed one {@code shared staff reseller}
   */
  public record MarkView(
      String state, Optional<String> verdict, boolean outside, List<String> signs) {
    static Optional<MarkView> of(Cards.Mark mark) {
      return mark.leftOut()
          ? Optional.of(
              new MarkView(
                  mark.state().name().toLowerCase(Locale.ROOT),
                  mark.verdict().map(CardVerdict.Verdict::word),
                  mark.outside(),
                  mark.signs().stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList()))
          : Optional.empty();
    }
  }

  @Needs(Right.VIEW)
  @PostMapping("/search")
  @About("Looks for customers.")
  public Page search(@RequestBody Wanted wanted, Viewer viewer) {
    return page(gongbi.profiles().search(asked(wanted), viewer), wanted.columns(), viewer);
  }

  private Search asked(Wanted wanted) {
    var parts = new ArrayList<Sql>();
    wanted
        .condition()
        .ifPresent(
            c -> {
              gongbi.conditions().mustBeSound(c, "condition");
              parts.add(gongbi.conditions().members(c, gongbi.asOf()));
            });
    wanted.segment().ifPresent(s -> parts.add(gongbi.segments().members(Segments.KIND.id(s))));
    if (wanted.withoutCards().orElse(false)) parts.add(gongbi.cards().others());
    return new Search(
        wanted.text(),
        all(parts),
        wanted.sort().orElse(Search.Sort.NEWEST_BUYERS),
        wanted
            .sort()
            .map(Search.Sort::column)
            .filter(ProfileResource::isTrait)
            .flatMap(c -> gongbi.traits().ranks(new TraitId(c))),
        wanted.columns().stream().filter(c -> !isTrait(c)).toList(),
        wanted.offset(),
        wanted.limit());
  }

  private static boolean isTrait(String column) {
    return column.contains("/");
  }

  /** Customers ticked one by one, or else all that a search finds. */
  public record Chosen(List<Long> ids, Optional<Wanted> search) {}

  private Sql ids(Chosen chosen) {
    return chosen
        .search()
        .map(s -> gongbi.profiles().ids(asked(s)))
        .orElseGet(() -> Profiles.ids(chosen.ids().stream().map(CustomerId::new).toList()));
  }

  /** Customers to be kept as a list that stays as it is. */
  public record Listed(String label, Chosen customers) {}

  @Needs(Right.DEFINE)
  @PostMapping("/keep")
  @About("Keeps chosen or found customers as a segment that stays as it is.")
  public InsightResource.Made keep(@RequestBody Listed listed, Viewer viewer) {
    var segment =
        gongbi
            .segments()
            .fix(viewer, Names.typed(listed.label()), "customers", ids(listed.customers()));
    return new InsightResource.Made(segment.id().key());
  }

  /** Chosen or found customers as a file; {@code format} and {@code columns} as of a segment. */
  public record Exported(String format, List<String> columns, Chosen customers) {}

  @Needs(Right.EXPORT)
  @PostMapping("/export")
  @About(
      value = "Chosen or found customers as a file.",
      file = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"})
  public void export(
      @RequestBody Exported wanted,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var format = ListFile.Format.of(wanted.format());
    var words = Speech.words(request);
    var list =
        gongbi.segments().list(ids(wanted.customers()), wanted.columns(), viewer).file(words);
    list.mustFit(format);
    gongbi
        .audit()
        .record(
            viewer.user(),
            Act.EXPORTED,
            "customers",
            wanted.format() + ", " + list.size() + " rows: " + String.join(", ", wanted.columns()));
    Download.begin(response, format, words.apply(new Label("客户名单", "customers")));
    list.write(format, response.getOutputStream());
  }

  /**
   * A kept way of looking at the list.
   *
   * @param own whether it is the viewer's own
   */
  public record ListShown(
      String id, Label label, String address, boolean shared, boolean own, Label owner) {}

  @Needs(Right.VIEW)
  @GetMapping("/views")
  @About("The kept ways of looking at the list: one's own and the shared ones.")
  public List<ListShown> views(Viewer viewer) {
    var doers = Doers.of(gongbi);
    return gongbi.listViews().all(viewer).stream().map(d -> shown(d, viewer, doers)).toList();
  }

  private static ListShown shown(Definition<ListView> view, Viewer viewer, Doers doers) {
    return new ListShown(
        view.id().key(),
        view.label(),
        view.body().address(),
        view.body().shared(),
        view.owner().equals(viewer.user()),
        doers.called(view.owner()));
  }

  /** A way of looking at the list to be kept. */
  public record ListKept(String label, String address, boolean shared) {}

  @Needs(Right.VIEW)
  @PostMapping("/views")
  @About("Keeps a way of looking at the list.")
  public ListShown view(@RequestBody ListKept kept, Viewer viewer) {
    var added =
        gongbi
            .listViews()
            .add(viewer, Names.typed(kept.label()), new ListView(kept.address(), kept.shared()));
    return shown(added, viewer, Doers.of(gongbi));
  }

  @Needs(Right.VIEW)
  @DeleteMapping("/views/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Forgets a kept way of looking at the list.")
  public void forget(@PathVariable String key, Viewer viewer) {
    if (!key.matches("v[0-9]{1,12}")) throw Faults.notFound("definition.unknown", key);
    gongbi.listViews().delete(viewer, ListView.KIND.id(key));
  }

  /** Those who are in every part. */
  private static Optional<Sql> all(List<Sql> parts) {
    return parts.stream()
        .reduce(
            (a, b) ->
                Sql.of(
                        "select a.customer_id from wanted_one a join wanted_two b on b.customer_id = a.customer_id")
                    .step("wanted_one", a)
                    .step("wanted_two", b));
  }

  Page page(Found found, Viewer viewer) {
    return page(found, List.of(), viewer);
  }

  private Page page(Found found, List<String> columns, Viewer viewer) {
    var ids = found.rows().stream().map(r -> new CustomerId(r.whole("customer_id"))).toList();
    var held = held(ids, viewer);
    var known = gongbi.traits().all();
    var cards = gongbi.cards().among(ids, viewer);
    return new Page(
        found.total(),
        found.asOf().day(),
        found.rows().stream()
            .map(
                r -> {
                  var traits = Optional.ofNullable(held.get(r.whole("customer_id")));
                  var card = Optional.ofNullable(cards.get(new CustomerId(r.whole("customer_id"))));
                  return customer(
                      r,
                      card.flatMap(MarkView::of),
                      tags(known, traits),
                      cells(r, traits, columns));
                })
            .toList());
  }

  private static Customer customer(
      Row row, Optional<MarkView> card, List<Label> tags, Map<String, Value> cells) {
    return new Customer(
        row.whole("customer_id"),
        row.textIfAny("name"),
        row.textIfAny("phone"),
        row.textIfAny("city"),
        row.textIfAny("level"),
        row.wholeIfAny("orders").orElse(0L),
        row.missing("net_revenue") ? BigDecimal.ZERO : row.decimal("net_revenue"),
        row.dayIfAny("last_order_day"),
        card,
        tags,
        cells);
  }

  /** A trait that was never stated has no column, and nobody holds it. */
  private static Map<String, Value> cells(Row row, Optional<Row> traits, List<String> columns) {
    var cells = new LinkedHashMap<String, Value>();
    for (var column : columns) {
      if (!isTrait(column)) {
        cells.put(column, row.value(column));
      } else {
        var name = Names.trait(column).column();
        cells.put(
            column,
            traits.filter(t -> has(t, name)).map(t -> t.value(name)).orElse(Value.missing()));
      }
    }
    return cells;
  }

  private static boolean has(Row row, String column) {
    return row.table().columns().stream().anyMatch(c -> c.name().equals(column));
  }

  private Map<Long, Row> held(List<CustomerId> ids, Viewer viewer) {
    var held = new HashMap<Long, Row>();
    if (ids.isEmpty()) return held;
    gongbi.traits().heldBy(ids, gongbi.gate().view(viewer)).stream()
        .forEach(r -> held.put(r.whole("customer_id"), r));
    return held;
  }

  /** What is said of a customer, in words: flags by their name, values by theirs. */
  private static List<Label> tags(List<Trait> known, Optional<Row> held) {
    var labels = new ArrayList<Label>();
    if (held.isEmpty()) return labels;
    for (var trait : known) {
      if (!trait.id().value().startsWith("tag/")) continue;
      if (!has(held.get(), trait.id().column())) continue;
      var value = held.get().value(trait.id().column());
      if (trait.type() == ColumnType.FLAG && value.equals(Value.of(true))) {
        labels.add(trait.label());
      } else if (trait.type() == ColumnType.TEXT && value instanceof Value.Text) {
        labels.add(trait.shown(value));
      } else if (value instanceof Value.TextList several) {
        several.value().forEach(one -> labels.add(trait.shown(Value.of(one))));
      }
    }
    return labels;
  }

  /** The 360 page. */
  public record PortraitView(
      long id,
      Optional<Long> was,
      LocalDate asOf,
      List<FactView> facts,
      Portrait.Worth worth,
      Optional<MarkView> card,
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
      List<OtherView> others) {}

  /** What another record says. */
  public record OtherView(Value value, String source, String recordKey, String why) {}

  /** A part of the page that some package brings. */
  public record PanelView(String id, Label label, TableView table) {}

  @Needs(Right.VIEW)
  @GetMapping("/{id}")
  @About("The portrait of one customer, every fact with its source.")
  public PortraitView portrait(@PathVariable long id, Viewer viewer, HttpServletRequest request) {
    var locale = Speech.of(request);
    var portrait = gongbi.profiles().portrait(Names.customer(id), viewer);
    return new PortraitView(
        portrait.id().value(),
        portrait.was().map(CustomerId::value),
        portrait.asOf().day(),
        portrait.facts().stream().map(f -> fact(f, locale)).toList(),
        portrait.worth(),
        Optional.ofNullable(gongbi.cards().among(List.of(portrait.id()), viewer).get(portrait.id()))
            .flatMap(MarkView::of),
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
            .toList());
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
