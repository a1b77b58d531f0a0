package io.gongbi.profile;

import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.identity.Identities;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.Write;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Customers as people look at them: the list, the portrait, the timeline. What a person asks is
 * answered under that person's rights; former ids lead to who they are today.
 *
 * <p>Thread-safe.
 */
public final class Profiles {
  /** What {@link #asOf(Write)} looks at. */
  public static final Set<Dataset> DATES =
      Set.of(Dataset.of(ProfileTables.ORDER.name().toString()));

  /** Data whose newest order is older than this has stopped: its end is then its today. */
  private static final int STOPPED_AFTER_DAYS = 30;

  /** As many as somebody may tick one by one. */
  private static final int MOST_CHOSEN = 1_000;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Identities identities;
  private final Clock clock;
  private final Supplier<ZoneId> zone;
  private final Supplier<Survivorships> chosen;
  private final Standard standard;
  private final Portraits portraits;
  private final Timelines timelines;
  private final List<Panel> panels = new CopyOnWriteArrayList<>(OwnPanel.ALL);

  /**
   * {@code zone} is the company's, asked anew each time since it can be set; and so is {@code
   * chosen}; {@code inferred}: the rules by which fields are, by column; {@code standard}: also the
   * fields that the company added.
   */
  public Profiles(
      Warehouse warehouse,
      Gate gate,
      Identities identities,
      Clock clock,
      Supplier<ZoneId> zone,
      Supplier<Survivorships> chosen,
      Supplier<Map<String, Imputations.InForce>> inferred,
      Standard standard) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.identities = identities;
    this.clock = clock;
    this.zone = zone;
    this.chosen = chosen;
    this.standard = standard;
    this.portraits = new Portraits(warehouse, gate, inferred, standard);
    this.timelines = new Timelines(warehouse);
  }

  public List<Step> steps() {
    return ProfileSteps.of(chosen.get(), standard.now());
  }

  /** Packages above add their part of the 360 page while the product is put together. */
  public void contribute(Panel panel) {
    if (panels.stream().anyMatch(p -> p.id().equals(panel.id()))) {
      throw new IllegalArgumentException("there is a panel " + panel.id());
    }
    panels.add(panel);
  }

  /**
   * The moment that answers are true for: now, or, when the newest order is over 30 days old, the
   * midnight after its day. Orders until 2011-12-09 looked at today are as of 2011-12-10, 00:00.
   */
  public AsOf asOf() {
    return asOf(sql -> warehouse.query(sql, gate.view(Viewer.system())));
  }

  /** The same, given what this transaction has made so far. */
  public AsOf asOf(Write write) {
    return asOf(sql -> write.query(sql, gate.view(Viewer.system())));
  }

  private AsOf asOf(Function<Sql, Table> reader) {
    var now = AsOf.now(clock, zone.get());
    return reader
        .apply(ProfileQuery.NEWEST_ORDER_DAY)
        .only()
        .dayIfAny("newest")
        .filter(day -> ChronoUnit.DAYS.between(day, now.day()) > STOPPED_AFTER_DAYS)
        .map(day -> AsOf.endOf(day, now.zone()))
        .orElse(now);
  }

  public Found search(Search search, Viewer viewer) {
    var view = gate.view(viewer);
    var customer = warehouse.spec(ProfileTables.CUSTOMER.name()).orElse(ProfileTables.CUSTOMER);
    search.mustFit(customer);
    var id = search.text().flatMap(this::asId);
    return new Found(
        warehouse.query(ProfileQuery.total(search, id), view).only().whole("total"),
        asOf(),
        warehouse.query(ProfileQuery.rows(search, id, customer), view));
  }

  /** {@code customer_id} of everybody whom a search finds, to be read as somebody sees them. */
  public Sql ids(Search search) {
    return ProfileQuery.ids(search, search.text().flatMap(this::asId));
  }

  /**
   * The same of customers chosen one by one; throws {@code profile.bad-choice} for none or many.
   */
  public static Sql ids(List<CustomerId> chosen) {
    if (chosen.isEmpty() || chosen.size() > MOST_CHOSEN) {
      throw new FaultException(
          new Fault.BadQuestion(
              "profile.bad-choice", "ids", Map.of("most", Integer.toString(MOST_CHOSEN))));
    }
    return ProfileQuery.only(chosen);
  }

  /**
   * The size of the business in sight, as figures count it: customers, sales, sales of the known.
   */
  public Totals totals(Viewer viewer) {
    var row = warehouse.query(ProfileQuery.TOTALS, gate.figures(viewer)).only();
    return new Totals(
        row.whole("customers"),
        row.whole("orders"),
        row.decimal("revenue"),
        row.decimal("known_revenue"));
  }

  /** Customers and orders of all, as figures count them: what an import made is told by these. */
  public Map<String, Long> tally() {
    var all = totals(new Viewer(UserId.SYSTEM, Role.administrator()));
    return Map.of("customers", all.customers(), "orders", all.orders());
  }

  /** What these customers are called, as far as this viewer sees them and they have a name. */
  public Map<CustomerId, String> names(List<CustomerId> customers, Viewer viewer) {
    var names = new HashMap<CustomerId, String>();
    if (customers.isEmpty()) return names;
    warehouse.query(ProfileQuery.names(customers), gate.view(viewer)).stream()
        .forEach(r -> names.put(new CustomerId(r.whole("customer_id")), r.text("name")));
    return names;
  }

  public long count(Search search, Viewer viewer) {
    return warehouse
        .query(ProfileQuery.total(search, search.text().flatMap(this::asId)), gate.view(viewer))
        .only()
        .whole("total");
  }

  private Optional<CustomerId> asId(String text) {
    return text.matches("[1-9][0-9]{0,17}")
        ? Optional.of(identities.current(new CustomerId(Long.parseLong(text))))
        : Optional.empty();
  }

  /** Throws {@code profile.no-customer} when nobody of this id is there for the viewer. */
  public Portrait portrait(CustomerId id, Viewer viewer) {
    var now = identities.current(id);
    var view = gate.view(viewer);
    var customer = customer(id, now, view);
    var asOf = asOf();
    return new Portrait(
        now,
        now.equals(id) ? Optional.empty() : Optional.of(id),
        asOf,
        portraits.facts(now, customer, view, viewer),
        Portraits.worth(customer, asOf),
        portraits.panels(now, panels, view));
  }

  private Row customer(CustomerId asked, CustomerId now, View view) {
    return warehouse
        .query(ProfileQuery.customer(now), view)
        .first()
        .orElseThrow(() -> Faults.notFound("profile.no-customer", asked.toString()));
  }

  /**
   * One field of a customer as it is, for somebody who has said why. Throws {@code
   * access.right-missing}, {@code profile.no-customer}, {@code profile.not-hidden} for a field that
   * everybody sees. Whoever asks keeps that it was asked.
   */
  public Value inClear(CustomerId id, FieldKey field, Viewer viewer) {
    viewer.must(Right.REVEAL);
    var hidden =
        standard
            .field(field)
            .filter(f -> f.key().entity().equals(Standard.CUSTOMER))
            .filter(f -> f.sensitivity() != Sensitivity.OPEN)
            .orElseThrow(() -> Faults.bad("profile.not-hidden", "field"));
    return customer(id, identities.current(id), gate.view(viewer.inClear()))
        .value(hidden.key().column());
  }

  /**
   * A page of what the customer did and received, newest first, of one kind or of all. {@code
   * before} is the {@code next} of the page above it.
   */
  public Timeline timeline(
      CustomerId id, Viewer viewer, Optional<EventKind> kind, Optional<String> before, int limit) {
    Timelines.mustBePage(limit);
    var now = identities.current(id);
    var view = gate.view(viewer);
    customer(id, now, view);
    return timelines.page(now, view, kind, before, limit);
  }

  /**
   * When in the week the customer buys, and does things, in the company's zone; hours with neither
   * are left out.
   */
  public List<Beat> rhythm(CustomerId id, Viewer viewer) {
    var now = identities.current(id);
    var view = gate.view(viewer);
    customer(id, now, view);
    return timelines.rhythm(now, view, asOf());
  }

  /** What the customer is drawn to, as far as this viewer sees them. */
  public Habits habits(CustomerId id, Viewer viewer) {
    var now = identities.current(id);
    var view = gate.view(viewer);
    customer(id, now, view);
    return timelines.habits(now, view, asOf());
  }
}
