package io.gongbi.campaign;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Family;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Upcast;
import io.gongbi.delivery.Addressees;
import io.gongbi.delivery.Deliveries;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.segment.ListFile;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Campaigns from draft to effect. What a draft would do says {@link Forecast}; {@link Launches}
 * does it.
 */
public final class Campaigns {
  public static final Kind<Campaign> KIND =
      Kind.of(
              "campaign",
              Campaign.class,
              List.of(
                  Family.of(Reach.class)
                      .with("own", Reach.Own.class)
                      .with("imported", Reach.Imported.class)))
          .changed(
              new Upcast.Added("", "goal", "{\"metric\":\"CONVERSION\"}"),
              new Upcast.Added("", "otherCost", "0"))
          .naming(
              c ->
                  c.reach() instanceof Reach.Own own
                      ? Set.of(own.segment())
                      : Set.<DefinitionId>of());

  /** Those who stand on the list that whoever sends it is given. */
  private static final Set<LedgerEntry.State> HANDED_OVER =
      Set.of(
          LedgerEntry.State.SENT,
          LedgerEntry.State.DELIVERED,
          LedgerEntry.State.FAILED,
          LedgerEntry.State.UNCERTAIN);

  private final Warehouse warehouse;
  private final Catalog catalog;
  private final Definitions definitions;
  private final Authorship authors;
  private final AuditTrail audit;
  private final Gate gate;
  private final Deliveries deliveries;
  private final Launches launches;
  private final Effects effects;
  private final Costs costs;
  private final Addressees addressees;

  public Campaigns(
      Warehouse warehouse,
      Catalog catalog,
      Definitions definitions,
      Authorship authors,
      AuditTrail audit,
      Gate gate,
      Deliveries deliveries,
      Launches launches) {
    this.warehouse = warehouse;
    this.catalog = catalog;
    this.definitions = definitions;
    this.authors = authors;
    this.audit = audit;
    this.gate = gate;
    this.deliveries = deliveries;
    this.launches = launches;
    this.effects = new Effects(warehouse, gate);
    this.costs = new Costs(catalog, audit);
    this.addressees = new Addressees(catalog, warehouse);
  }

  /** A new draft, or a past campaign adopted. Throws everything that is wrong with it. */
  public Definition<Campaign> add(Viewer by, Label label, Campaign campaign) {
    by.must(Right.SEND);
    check(by, campaign);
    return authors.add(by, KIND, "c", label, campaign);
  }

  /** Changes a draft. Throws {@code campaign.launched} once it has been sent. */
  public Definition<Campaign> change(Viewer by, DefinitionId id, Label label, Campaign campaign) {
    by.must(Right.SEND);
    check(by, campaign);
    return catalog.in(
        t -> {
          var definition = definitions.get(KIND, id);
          launches.mustBeADraft(id);
          return authors.save(by, KIND, definition.with(label).withBody(campaign));
        });
  }

  /** Throws a draft away. Throws {@code campaign.launched} once it has been sent. */
  public void delete(Viewer by, DefinitionId id) {
    by.must(Right.SEND);
    catalog.run(
        t -> {
          launches.mustBeADraft(id);
          authors.delete(by, KIND, id);
        });
  }

  private void check(Viewer by, Campaign campaign) {
    var past = campaign.reach() instanceof Reach.Imported ? past(by) : List.<PastCampaign>of();
    new CampaignCheck(deliveries).mustBeSound(campaign, past);
  }

  /** All of them, each with what became of the viewer's customers in it. */
  public List<CampaignView> all(Viewer viewer, AsOf asOf) {
    var sight = sight(viewer);
    return definitions.all(KIND).stream().map(d -> view(d, sight, asOf)).toList();
  }

  /** One of them, with what became of the viewer's customers in it. */
  public CampaignView get(DefinitionId id, Viewer viewer, AsOf asOf) {
    return view(definitions.get(KIND, id), sight(viewer), asOf);
  }

  private Sight sight(Viewer viewer) {
    return Sight.of(viewer, gate, warehouse, deliveries);
  }

  private CampaignView view(Definition<Campaign> definition, Sight sight, AsOf asOf) {
    var launch = launches.find(definition.id());
    return new CampaignView(
        definition,
        state(definition, launch, asOf),
        launch,
        costs.of(definition.id(), definition.body()),
        sight.planned(definition.id()),
        sight.counts(definition.id()),
        sight.isWhole(definition.id()));
  }

  /** The viewer's customers in a campaign and what became of each, a page of them. */
  public List<LedgerEntry> entries(
      DefinitionId id, Optional<LedgerEntry.State> state, long offset, long limit, Viewer viewer) {
    definitions.get(KIND, id);
    return sight(viewer).entries(id, state, offset, limit);
  }

  /**
   * The list for whoever sends it: the viewer's customers, with what is masked for the viewer
   * masked. Throws {@code campaign.not-launched}.
   */
  public ListFile list(DefinitionId id, Viewer viewer) {
    viewer.must(Right.EXPORT);
    var own = Launches.own(id, definitions.get(KIND, id).body());
    var launch =
        launches.find(id).orElseThrow(() -> Faults.notFound("campaign.not-launched", id.key()));
    var lines =
        sight(viewer).counts(id).entrySet().stream()
            .filter(e -> HANDED_OVER.contains(e.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    var text = new MessageText(launch.words().orElse(own.message()));
    return new CampaignList(warehouse, deliveries, id, text, gate.view(viewer)).file(lines);
  }

  private CampaignState state(Definition<Campaign> definition, Optional<Launch> launch, AsOf asOf) {
    var days = Duration.ofDays(definition.body().windowDays());
    return switch (definition.body().reach()) {
      case Reach.Imported imported -> {
        var last =
            past(Viewer.system()).stream()
                .filter(p -> p.name().equals(imported.name()))
                .map(PastCampaign::until)
                .findFirst();
        yield last.isPresent() && last.get().plus(days).isAfter(asOf.instant())
            ? CampaignState.SENT
            : CampaignState.CLOSED;
      }
      case Reach.Own _ -> {
        if (launch.isEmpty()) yield CampaignState.DRAFT;
        var entered = launch.get().enteredAt();
        if (entered.isEmpty()) {
          if (launches.isAtWork(launch.get())) yield CampaignState.RUNNING;
          yield launch.get().waitsUntil().isPresent()
              ? CampaignState.WAITING
              : CampaignState.STOPPED;
        }
        yield entered.get().plus(days).isAfter(asOf.instant())
            ? CampaignState.SENT
            : CampaignState.CLOSED;
      }
    };
  }

  /** Campaigns of other systems, as the imported log names them. */
  public List<PastCampaign> past(Viewer viewer) {
    var adopted =
        definitions.all(KIND).stream()
            .flatMap(
                d ->
                    d.body().reach() instanceof Reach.Imported i
                        ? Stream.of(i.name())
                        : Stream.empty())
            .toList();
    return warehouse.query(EffectQuery.PAST, gate.view(viewer)).stream()
        .map(
            r ->
                new PastCampaign(
                    r.text("campaign"),
                    r.whole("people"),
                    r.whole("control"),
                    r.moment("from_at"),
                    r.moment("until_at"),
                    adopted.contains(r.text("campaign"))))
        .toList();
  }

  /**
   * Reads receipts that came back for a campaign; times without a zone are of {@code zone}. Those
   * of customers out of sight settle nothing and count as unknown, and who sees no numbers in clear
   * speaks of messages by their keys alone. See {@link ReceiptFile}.
   */
  public ReceiptFile.Read receipts(
      DefinitionId id, Viewer by, Path file, String name, ZoneId zone) {
    by.must(Right.SEND);
    definitions.get(KIND, id);
    var sight = sight(by);
    var theirs =
        sight.isWhole(id) ? Optional.<Predicate<CustomerId>>empty() : Optional.of(sight.theirs(id));
    var told = new ToldByFile(audit, deliveries, addressees, id, by, theirs, name);
    var read = ReceiptFile.read(file, name, catalog.now(), zone, told);
    if (read.changed() > 0) launches.follow(by.user());
    return read;
  }

  /** What it changed, as far as this viewer's customers tell. */
  public CampaignEffect effect(DefinitionId id, Viewer viewer, AsOf asOf) {
    var campaign = definitions.get(KIND, id).body();
    return effects.of(
        id,
        campaign,
        costs.of(id, campaign),
        launches.find(id).flatMap(Launch::foreseen),
        viewer,
        asOf);
  }

  /** What it costs by what is known now, and who said so since it was sent. */
  public CampaignCost cost(DefinitionId id, Viewer viewer) {
    var campaign = definitions.get(KIND, id).body();
    return new CampaignCost(
        costs.of(id, campaign),
        costs.stated(id, campaign),
        viewer.role().rights().contains(Right.SEND)
            && isSent(id, campaign)
            && seesEverybody(id, campaign, viewer));
  }

  /**
   * Adds the cost to a campaign that is sent, or corrects it: its effect is told with it from now
   * on. It is said for the whole campaign, so by nobody who sees a part of it: {@code
   * campaign.cost-out-of-sight}. Throws {@code campaign.cost-of-draft}, and what {@link
   * Costs#state} throws.
   */
  public void stateCost(DefinitionId id, Cost cost, String note, long seen, Viewer by) {
    by.must(Right.SEND);
    var definition = definitions.get(KIND, id);
    var words = Map.of("campaign", id.key());
    if (!isSent(id, definition.body())) {
      throw new FaultException(new Fault.Conflict("campaign.cost-of-draft", "", words));
    }
    if (!seesEverybody(id, definition.body(), by)) {
      throw new FaultException(new Fault.Forbidden("campaign.cost-out-of-sight", "", words));
    }
    costs.state(definition, cost, note, seen, by);
  }

  private boolean isSent(DefinitionId id, Campaign campaign) {
    return switch (campaign.reach()) {
      case Reach.Own _ -> launches.find(id).isPresent();
      case Reach.Imported _ -> true;
    };
  }

  private boolean seesEverybody(DefinitionId id, Campaign campaign, Viewer viewer) {
    return switch (campaign.reach()) {
      case Reach.Own _ -> sight(viewer).isWhole(id);
      case Reach.Imported imported -> people(imported, viewer) == people(imported, Viewer.system());
    };
  }

  /** How many of a campaign of another system are in sight. */
  private long people(Reach.Imported campaign, Viewer viewer) {
    return past(viewer).stream()
        .filter(p -> p.name().equals(campaign.name()))
        .mapToLong(PastCampaign::people)
        .sum();
  }
}
