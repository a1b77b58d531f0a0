package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.profile.CardVerdict;
import io.gongbi.profile.Cards;
import io.gongbi.profile.Found;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of customers: who is looked for, kept as a segment, taken along as a file. */
@RestController
@About("The list of customers.")
@RequestMapping("/api/profile/customers")
public class ProfileResource {
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

  /**
   * One line of the list; {@code cells}: the columns that were asked for, by their names. {@code
   * imputedCity}: inferred where nobody said one.
   */
  public record Customer(
      long id,
      Optional<String> name,
      Optional<String> phone,
      Optional<String> city,
      Optional<String> imputedCity,
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
        has(row, "imputed_city") ? row.textIfAny("imputed_city") : Optional.empty(),
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
}
