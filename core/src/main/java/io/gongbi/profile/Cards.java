package io.gongbi.profile;

import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Recount;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Cards that several people seem to use: the one beside the till that takes strangers' purchases,
 * the one that a family or an office lends. They stand among the best customers and are none. The
 * product only suspects; a person decides, and what is confirmed figures leave out ({@link
 * LeftOut}).
 *
 * <p>Example: 100079 bought 51 times in 13 shops, the most in one of them 8: two signs, a suspect.
 * Somebody with as many orders in one shop is a regular, and none.
 */
public final class Cards {
  private static final int LONGEST_REASON = 200;
  private static final int MOST_OF_A_PAGE = 200;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Definitions definitions;
  private final Authorship authors;
  private final Recount recount;

  public Cards(
      Warehouse warehouse,
      Gate gate,
      Definitions definitions,
      Authorship authors,
      Recount recount) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.definitions = definitions;
    this.authors = authors;
    this.recount = recount;
  }

  /** Which of them: undecided ones, those that are confirmed, those that are somebody's own. */
  public enum State {
    OPEN,
    SHARED,
    OWN
  }

  /** What the use of a card came to. {@code homeOrders}: in the shop that it is used most in. */
  public record Use(
      long shops,
      long shopOrders,
      long homeOrders,
      long twoShopDays,
      long busiestMonth,
      long busiestDay,
      long people) {}

  /** What was decided, by whom and when. */
  public record Decided(CardVerdict.Verdict verdict, String reason, String by, Instant at) {}

  /** A customer with a card that several seem to use; {@code place} is by net revenue, from 1. */
  public record Suspect(
      CustomerId customer,
      Optional<String> name,
      Optional<String> memberCard,
      long orders,
      BigDecimal netRevenue,
      long place,
      Use use,
      List<CardSign> signs,
      Optional<Decided> decided) {
    public Suspect {
      signs = List.copyOf(signs);
    }
  }

  /** How many there are, and what those come to that figures can be asked for without. */
  public record Counts(
      long open, long shared, long own, BigDecimal leftOutRevenue, long leftOutOrders) {}

  /**
   * What stands beside a customer's name: shared, suspected, or held to be their own.
   *
   * @param leftOut whether lists that are asked for without shared cards leave it out
   * @param outside whether figures do
   */
  public record Mark(
      State state,
      Optional<CardVerdict.Verdict> verdict,
      boolean leftOut,
      boolean outside,
      List<CardSign> signs) {
    public Mark {
      signs = List.copyOf(signs);
    }
  }

  public List<Step> steps() {
    return List.of(new CardStep(this::decided, this::leftOut));
  }

  /** Which confirmed cards figures leave out: all, unless somebody chose otherwise. */
  public LeftOut leftOut() {
    return definitions.find(LeftOut.KIND, LeftOut.ID).map(Definition::body).orElse(LeftOut.ALL);
  }

  /** Figures, tags and segments follow with the run that begins now, unless nothing changed. */
  public LeftOut leaveOut(LeftOut chosen, Viewer by) {
    by.must(Right.ADMIN);
    if (chosen.equals(leftOut())) return chosen;
    authors.save(
        by,
        LeftOut.KIND,
        definitions
            .find(LeftOut.KIND, LeftOut.ID)
            .map(d -> d.withOwner(by.user()).withBody(chosen))
            .orElseGet(() -> Definition.fresh(LeftOut.ID, LeftOut.LABEL, by.user(), chosen)));
    recount.begin(by.user(), LeftOut.LABEL);
    return chosen;
  }

  /** How many cards of each kind figures leave out, of customers in sight. */
  public Map<CardVerdict.Verdict, Long> outside(Viewer viewer) {
    var found = new EnumMap<CardVerdict.Verdict, Long>(CardVerdict.Verdict.class);
    warehouse.query(CardQuery.OUTSIDE, gate.view(viewer)).stream()
        .forEach(r -> found.put(CardVerdict.Verdict.of(r.text("verdict")), r.whole("cards")));
    return found;
  }

  /**
   * The one place where figures leave customers out. Over what {@code ask} reads lie stand-ins: who
   * is outside is no customer, and what they did was done by nobody known. {@code said}: tables of
   * packages above with a row a customer.
   */
  public View layer(Function<Sql, Table> ask, Set<TableName> said) {
    if (warehouse.spec(ProfileTables.CARD.name()).isEmpty()
        || ask.apply(CardQuery.ANY_OUTSIDE).size() == 0) return View.of(Map.of());
    var standIns = new HashMap<TableName, Sql>();
    standIns.put(ProfileTables.CUSTOMER.name(), CardQuery.without(ProfileTables.CUSTOMER.name()));
    said.forEach(t -> standIns.put(t, CardQuery.without(t)));
    for (var deeds : List.of(ProfileTables.ORDER, ProfileTables.ITEM, ProfileTables.EVENT)) {
      var table = warehouse.spec(deeds.name()).orElse(deeds);
      standIns.put(table.name(), CardQuery.anonymous(table));
    }
    return View.of(standIns);
  }

  private List<CardVerdict> decided() {
    return definitions.all(CardVerdict.KIND).stream()
        .map(Definition::body)
        .filter(v -> v.verdict() != CardVerdict.Verdict.UNDECIDED)
        .toList();
  }

  public Counts counts(Viewer viewer) {
    var row = warehouse.query(CardQuery.COUNTS, gate.view(viewer)).only();
    return new Counts(
        row.whole("open"),
        row.whole("shared"),
        row.whole("own"),
        row.decimal("left_out_revenue"),
        row.whole("left_out_orders"));
  }

  /** The biggest spenders first. */
  public List<Suspect> list(State state, long offset, int limit, Viewer viewer) {
    if (offset < 0 || limit < 1 || limit > MOST_OF_A_PAGE)
      throw Faults.bad("profile.bad-page", "limit");
    var decisions = new HashMap<CustomerId, Definition<CardVerdict>>();
    definitions.all(CardVerdict.KIND).forEach(d -> decisions.put(d.body().customer(), d));
    return warehouse.query(CardQuery.list(state, offset, limit), gate.view(viewer)).stream()
        .map(r -> suspect(r, decisions))
        .toList();
  }

  private static Suspect suspect(Row row, Map<CustomerId, Definition<CardVerdict>> decisions) {
    var customer = new CustomerId(row.whole("customer_id"));
    return new Suspect(
        customer,
        row.textIfAny("name"),
        row.textIfAny("member_card"),
        row.whole("orders"),
        row.decimal("net_revenue"),
        row.whole("place"),
        new Use(
            row.whole("shops"),
            row.whole("shop_orders"),
            row.whole("home_orders"),
            row.whole("two_shop_days"),
            row.whole("busiest_month"),
            row.whole("busiest_day"),
            row.whole("people")),
        signs(row),
        Optional.ofNullable(decisions.get(customer))
            .filter(d -> d.body().verdict() != CardVerdict.Verdict.UNDECIDED)
            .map(
                d ->
                    new Decided(
                        d.body().verdict(), d.body().reason(), d.owner().value(), d.changedAt())));
  }

  private static List<CardSign> signs(Row row) {
    return Arrays.stream(CardSign.values()).filter(s -> row.flag(s.column())).toList();
  }

  /** The marks of those of these customers who have one. */
  public Map<CustomerId, Mark> among(List<CustomerId> customers, Viewer viewer) {
    var marks = new HashMap<CustomerId, Mark>();
    if (customers.isEmpty()) return marks;
    warehouse.query(CardQuery.among(customers), gate.view(viewer)).stream()
        .forEach(r -> marks.put(new CustomerId(r.whole("customer_id")), mark(r)));
    return marks;
  }

  private static Mark mark(Row row) {
    var state =
        row.textIfAny("verdict")
            .map(CardVerdict.Verdict::of)
            .map(v -> v.isConfirmed() ? State.SHARED : State.OWN)
            .orElse(State.OPEN);
    return new Mark(
        state,
        row.textIfAny("verdict").map(CardVerdict.Verdict::of),
        row.flag("left_out"),
        row.flag("outside"),
        signs(row));
  }

  /** All customers but those whose card is held to be shared, or suspected still. */
  public Sql others() {
    return CardQuery.OTHERS;
  }

  /**
   * Decides, or takes a decision back. It stands in the trail, and counts from the refresh that
   * follows. Throws {@code profile.no-customer}, {@code profile.long-reason}.
   */
  public void decide(
      CustomerId customer, CardVerdict.Verdict verdict, String reason, Viewer viewer) {
    viewer.must(Right.DEFINE);
    var said = reason.strip();
    if (said.length() > LONGEST_REASON) throw Faults.bad("profile.long-reason", "reason");
    mustBeInSight(customer, gate.view(viewer));
    var id = CardVerdict.KIND.id("c" + customer);
    var label = new Label("客户 " + customer, "Customer " + customer);
    var body = new CardVerdict(customer, verdict, said);
    authors.save(
        viewer,
        CardVerdict.KIND,
        definitions
            .find(CardVerdict.KIND, id)
            .map(d -> d.withOwner(viewer.user()).withBody(body))
            .orElseGet(() -> Definition.fresh(id, label, viewer.user(), body)));
    recount.begin(viewer.user(), label);
  }

  private void mustBeInSight(CustomerId customer, View view) {
    if (warehouse.query(ProfileQuery.customer(customer), view).first().isEmpty())
      throw Faults.notFound("profile.no-customer", customer.toString());
  }
}
