package io.gongbi.campaign;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;

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
import io.gongbi.catalog.UserId;
import io.gongbi.delivery.Deliveries;
import io.gongbi.experiment.Effect;
import io.gongbi.experiment.Experiment;
import io.gongbi.experiment.Outcome;
import io.gongbi.experiment.Outlay;
import io.gongbi.experiment.Power;
import io.gongbi.experiment.SampleRatio;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import io.gongbi.segment.Segments;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Campaigns from draft to effect. */
public final class Campaigns {
  /**
   * Whom a launched campaign means, frozen at launch, with the address and words of that moment.
   */
  public static final TableSpec AUDIENCE =
      TableSpec.kept(
          "campaign.audience",
          open("campaign", ColumnType.TEXT),
          open("customer_id", ColumnType.WHOLE),
          open("arm", ColumnType.TEXT),
          personal("address", ColumnType.TEXT),
          personal("name", ColumnType.TEXT),
          open("city", ColumnType.TEXT),
          open("level", ColumnType.TEXT));

  /** That a campaign's audience is frozen, committed with it. */
  public static final TableSpec PLAN =
      TableSpec.kept(
          "campaign.plan",
          open("campaign", ColumnType.TEXT),
          open("planned_at", ColumnType.MOMENT));

  public static final List<TableSpec> TABLES = List.of(AUDIENCE, PLAN);

  public static final List<Migration> MIGRATIONS =
      List.of(new Migration("warehouse", "campaign", 1, "audience"));

  public static final List<Migration> CATALOG_MIGRATIONS =
      List.of(new Migration("catalog", "campaign", 1, "launch"));

  public static final Kind<Campaign> KIND =
      Kind.of(
              "campaign",
              Campaign.class,
              List.of(
                  Family.of(Reach.class)
                      .with("own", Reach.Own.class)
                      .with("imported", Reach.Imported.class)))
          .naming(
              c ->
                  c.reach() instanceof Reach.Own own
                      ? Set.of(own.segment())
                      : Set.<DefinitionId>of());

  private final Warehouse warehouse;
  private final Catalog catalog;
  private final Definitions definitions;
  private final Gate gate;
  private final Segments segments;
  private final Deliveries deliveries;
  private final Runs runs;
  private final Launcher launcher;

  public Campaigns(
      Warehouse warehouse,
      Catalog catalog,
      Definitions definitions,
      Gate gate,
      Segments segments,
      Deliveries deliveries,
      Runs runs) {
    this.warehouse = warehouse;
    this.catalog = catalog;
    this.definitions = definitions;
    this.gate = gate;
    this.segments = segments;
    this.deliveries = deliveries;
    this.runs = runs;
    this.launcher = new Launcher(warehouse, deliveries);
  }

  public Definition<Campaign> add(Viewer by, Label label, Campaign campaign) {
    by.must(Right.SEND);
    check(campaign);
    return definitions.add(KIND, "c", label, by.user(), campaign);
  }

  /** Changes a draft. Throws {@code campaign.launched} once it has been sent. */
  public Definition<Campaign> change(Viewer by, DefinitionId id, Label label, Campaign campaign) {
    by.must(Right.SEND);
    check(campaign);
    return catalog.in(
        t -> {
          var definition = definitions.get(KIND, id);
          if (t.query(LaunchQuery.find(id)).size() > 0) throw launched(id);
          return definitions.save(KIND, definition.with(label).withBody(campaign));
        });
  }

  private static FaultException launched(DefinitionId id) {
    return new FaultException(
        new Fault.Conflict("campaign.launched", "", Map.of("campaign", id.key())));
  }

  private void check(Campaign campaign) {
    var faults = new Faults();
    if (campaign.windowDays() < 1 || campaign.windowDays() > 365) {
      faults.bad("campaign.window-days", "windowDays", Map.of("least", "1", "most", "365"));
    }
    if (campaign.margin().signum() < 0 || campaign.margin().compareTo(BigDecimal.ONE) > 0) {
      faults.bad("campaign.margin", "margin", Map.of());
    }
    switch (campaign.reach()) {
      case Reach.Own own -> {
        new MessageText(own.message()).check("message", faults);
        if (own.controlPerMille() < 0 || own.controlPerMille() > 900) {
          faults.bad("campaign.control-share", "controlPerMille", Map.of("most", "900"));
        }
        if (own.costPerMessage().signum() < 0) {
          faults.bad("campaign.cost", "costPerMessage", Map.of());
        }
        if (deliveries.channels().stream().noneMatch(c -> c.id().equals(own.channel()))) {
          faults.bad("campaign.no-such-channel", "channel", Map.of("channel", own.channel()));
        }
      }
      case Reach.Imported imported -> {
        if (past(View.everything()).stream().noneMatch(p -> p.name().equals(imported.name()))) {
          faults.bad("campaign.not-in-log", "imported", Map.of("name", imported.name()));
        }
      }
    }
    faults.throwIfAny();
  }

  public List<CampaignView> all(AsOf asOf) {
    return definitions.all(KIND).stream().map(d -> view(d, asOf)).toList();
  }

  public CampaignView get(DefinitionId id, AsOf asOf) {
    return view(definitions.get(KIND, id), asOf);
  }

  private CampaignView view(Definition<Campaign> definition, AsOf asOf) {
    var launch = launch(definition.id());
    return new CampaignView(
        definition,
        state(definition, launch, asOf),
        launch,
        deliveries.ledger().counts(definition.id()));
  }

  private Optional<Launch> launch(DefinitionId id) {
    return catalog
        .read(t -> t.query(LaunchQuery.find(id)))
        .first()
        .map(
            r ->
                new Launch(
                    new UserId(r.text("launched_by")),
                    r.moment("launched_at"),
                    r.momentIfAny("entered_at")));
  }

  private CampaignState state(Definition<Campaign> definition, Optional<Launch> launch, AsOf asOf) {
    var days = java.time.Duration.ofDays(definition.body().windowDays());
    return switch (definition.body().reach()) {
      case Reach.Imported imported -> {
        var last =
            past(View.everything()).stream()
                .filter(p -> p.name().equals(imported.name()))
                .map(PastCampaign::until)
                .findFirst();
        yield last.isPresent() && last.get().plus(days).isAfter(asOf.instant())
            ? CampaignState.SENT
            : CampaignState.CLOSED;
      }
      case Reach.Own own -> {
        if (launch.isEmpty()) yield CampaignState.DRAFT;
        var entered = launch.get().enteredAt();
        if (entered.isEmpty()) yield CampaignState.RUNNING;
        yield entered.get().plus(days).isAfter(asOf.instant())
            ? CampaignState.SENT
            : CampaignState.CLOSED;
      }
    };
  }

  /** Campaigns of other systems, as the imported log names them. */
  public List<PastCampaign> past(Viewer viewer) {
    return past(gate.view(viewer));
  }

  private List<PastCampaign> past(View view) {
    var adopted =
        definitions.all(KIND).stream()
            .flatMap(
                d ->
                    d.body().reach() instanceof Reach.Imported i
                        ? java.util.stream.Stream.of(i.name())
                        : java.util.stream.Stream.empty())
            .toList();
    return warehouse.query(EffectQuery.PAST, view).stream()
        .map(
            r ->
                new PastCampaign(
                    r.text("campaign"),
                    r.whole("people"),
                    r.moment("from_at"),
                    r.moment("until_at"),
                    adopted.contains(r.text("campaign"))))
        .toList();
  }

  /** What a launch would do, for these people, with these sizes. Nothing is kept. */
  public Rehearsal rehearse(DefinitionId id, Viewer viewer, AsOf asOf) {
    var campaign = definitions.get(KIND, id).body();
    var own = own(id, campaign);
    var view = gate.view(viewer);
    var members = segments.members(own.segment());
    var address = FieldKey.of("customer." + deliveries.channel(own.channel()).addressField());
    var audience =
        AudienceQuery.audience(Campaign.experiment(id, own.controlPerMille()), members, address);
    long treated = 0;
    long control = 0;
    long noAddress = 0;
    for (var row : warehouse.query(AudienceQuery.counts(audience), view).stream().toList()) {
      if (row.text("arm").equals(Experiment.CONTROL)) control = row.whole("people");
      else {
        treated = row.whole("people");
        noAddress = row.whole("no_address");
      }
    }
    var base =
        warehouse.query(AudienceQuery.baseRate(members, asOf, campaign.windowDays()), view).only();
    double rate = base.whole("people") == 0 ? 0 : base.real("bought") / base.real("people");
    var detectable = Power.USUAL.detectable(rate, treated, control);
    var text = new MessageText(own.message());
    var sample =
        warehouse.query(AudienceQuery.sample(audience, 5), view).stream()
            .map(
                r ->
                    new Rehearsal.Sample(
                        r.whole("customer_id"),
                        r.textIfAny("name").orElse(""),
                        r.textIfAny("address").orElse(""),
                        r.text("arm"),
                        text.filled(Launcher.fields(r))))
            .toList();
    return new Rehearsal(
        treated + control,
        treated,
        control,
        noAddress,
        rate,
        detectable,
        // A rise by half of what happens anyway is about the most that a message does.
        detectable.isPresent() && detectable.getAsDouble() <= Math.max(0.02, rate / 2),
        sample);
  }

  private static Reach.Own own(DefinitionId id, Campaign campaign) {
    return switch (campaign.reach()) {
      case Reach.Own own -> own;
      case Reach.Imported i ->
          throw new FaultException(
              new Fault.Conflict("campaign.sent-elsewhere", "", Map.of("campaign", id.key())));
    };
  }

  /**
   * Freezes the audience and begins to enter it in the background. Throws {@code campaign.launched}
   * the second time, {@code campaign.nobody} when the segment is empty for this viewer.
   */
  public RunId launch(DefinitionId id, Viewer by) {
    by.must(Right.SEND);
    var definition = definitions.get(KIND, id);
    var own = own(id, definition.body());
    // On behalf of a person: their customers, but with addresses that the channel can use.
    var view = gate.view(by.inClear());
    if (launch(id).isPresent()) throw launched(id);
    var members = segments.members(own.segment());
    if (warehouse
            .query(
                Sql.of("select m.customer_id from members m limit 1").step("members", members),
                view)
            .size()
        == 0) {
      throw Faults.bad("campaign.nobody", "segment");
    }
    launcher.freeze(id, definition.body(), own, members, view, catalog.now());
    catalog.run(
        t -> {
          if (t.query(LaunchQuery.find(id)).size() > 0) throw launched(id);
          t.write(LaunchQuery.begin(id, by.user(), t.now()));
        });
    return begin(definition, own, by.user());
  }

  private RunId begin(Definition<Campaign> definition, Reach.Own own, UserId by) {
    return runs.begin(
        by,
        Run.Kind.SEND,
        definition.label(),
        (run, progress) -> {
          launcher.enter(definition.id(), own, progress);
          catalog.run(t -> t.write(LaunchQuery.entered(definition.id(), t.now())));
          var counts = new HashMap<String, String>();
          deliveries
              .ledger()
              .counts(definition.id())
              .forEach((state, n) -> counts.put(state.name(), n.toString()));
          return counts;
        });
  }

  /** Goes on with launches that a crash or a stop interrupted. Called once at every start. */
  public List<RunId> resume() {
    return catalog.read(t -> t.query(LaunchQuery.UNFINISHED)).stream()
        .map(r -> definitions.get(KIND, KIND.id(r.text("campaign"))))
        .map(d -> begin(d, own(d.id(), d.body()), UserId.SYSTEM))
        .toList();
  }

  /** Reads receipts that came back for a campaign; see {@link ReceiptFile}. */
  public ReceiptFile.Read receipts(DefinitionId id, Viewer by, InputStream file) {
    by.must(Right.SEND);
    definitions.get(KIND, id);
    return ReceiptFile.read(file, catalog.now(), deliveries::settle);
  }

  /** What it changed, as far as this viewer's customers tell. */
  public CampaignEffect effect(DefinitionId id, Viewer viewer, AsOf asOf) {
    var campaign = definitions.get(KIND, id).body();
    var entries =
        switch (campaign.reach()) {
          case Reach.Own own ->
              EffectQuery.own(id.toString(), EffectQuery.costOfEach(own.costPerMessage()));
          case Reach.Imported imported -> EffectQuery.imported(imported.name());
        };
    var sql = EffectQuery.arms(entries, campaign.windowDays(), asOf);
    var view = gate.view(viewer);
    var rows = new TreeMap<String, Row>();
    warehouse.query(sql, view).stream().forEach(r -> rows.put(r.text("arm"), r));
    var treated = outcome(rows, Experiment.TREATED);
    var control = outcome(rows, Experiment.CONTROL);
    var split =
        switch (campaign.reach()) {
          case Reach.Own own ->
              Optional.of(
                  SampleRatio.of(
                      Campaign.experiment(id, own.controlPerMille()),
                      Map.of(
                          Experiment.TREATED, treated.people(),
                          Experiment.CONTROL, control.people())));
          case Reach.Imported i -> Optional.<SampleRatio>empty();
        };
    var cost =
        rows.values().stream().map(r -> r.decimal("cost")).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean open = rows.values().stream().anyMatch(r -> r.whole("open") > 0);
    return new CampaignEffect(
        asOf,
        window(rows, open),
        rows.values().stream().map(Campaigns::arm).toList(),
        Effect.of(treated, control, split, new Outlay(cost, campaign.margin()), open),
        cost,
        sql.explain(view, warehouse.dialect()));
  }

  private static Optional<CampaignEffect.Window> window(Map<String, Row> rows, boolean open) {
    var from =
        rows.values().stream().map(r -> r.moment("first_entered_at")).min(Instant::compareTo);
    var until = rows.values().stream().map(r -> r.moment("last_end")).max(Instant::compareTo);
    return from.map(f -> new CampaignEffect.Window(f, until.orElseThrow(), open));
  }

  private static CampaignEffect.ArmResult arm(Row row) {
    return new CampaignEffect.ArmResult(
        row.text("arm"),
        row.whole("people"),
        row.whole("sent"),
        row.whole("delivered"),
        row.whole("converted"),
        row.decimal("revenue"),
        row.decimal("cost"));
  }

  private static Outcome outcome(Map<String, Row> rows, String arm) {
    var row = rows.get(arm);
    return row == null
        ? Outcome.nobody(arm)
        : new Outcome(
            arm,
            row.whole("people"),
            row.whole("converted"),
            row.decimal("revenue"),
            row.decimal("squares"));
  }
}
