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
import io.gongbi.experiment.SampleRatio;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import io.gongbi.segment.Segments;
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
import java.time.ZoneId;
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
      List.of(
          new Migration("catalog", "campaign", 1, "launch"),
          new Migration("catalog", "campaign", 2, "run"));

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

  private static final int LONGEST_WINDOW = 365;
  private static final Label FOLLOW = new Label("汇总触达记录", "Collect sends and receipts");

  private final Warehouse warehouse;
  private final Catalog catalog;
  private final Definitions definitions;
  private final Gate gate;
  private final Segments segments;
  private final Deliveries deliveries;
  private final Runs runs;
  private final Refresher refresher;
  private final Launcher launcher;
  private final Forecast forecast;

  public Campaigns(
      Warehouse warehouse,
      Catalog catalog,
      Definitions definitions,
      Gate gate,
      Segments segments,
      Deliveries deliveries,
      Runs runs,
      Refresher refresher) {
    this.warehouse = warehouse;
    this.catalog = catalog;
    this.definitions = definitions;
    this.gate = gate;
    this.segments = segments;
    this.deliveries = deliveries;
    this.runs = runs;
    this.refresher = refresher;
    this.launcher = new Launcher(warehouse, deliveries);
    this.forecast = new Forecast(warehouse, segments, deliveries);
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

  /** Throws a draft away. Throws {@code campaign.launched} once it has been sent. */
  public void delete(Viewer by, DefinitionId id) {
    by.must(Right.SEND);
    catalog.run(
        t -> {
          if (t.query(LaunchQuery.find(id)).size() > 0) throw launched(id);
          definitions.delete(KIND, id, by.user());
        });
  }

  private static FaultException launched(DefinitionId id) {
    return new FaultException(
        new Fault.Conflict("campaign.launched", "", Map.of("campaign", id.key())));
  }

  private void check(Campaign campaign) {
    var faults = new Faults();
    if (campaign.windowDays() < 1 || campaign.windowDays() > LONGEST_WINDOW) {
      windowFault(faults);
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

  private static void windowFault(Faults faults) {
    faults.bad(
        "campaign.window-days", "windowDays", Map.of("least", "1", "most", "" + LONGEST_WINDOW));
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
                    r.momentIfAny("entered_at"),
                    r.wholeIfAny("run").map(RunId::new)));
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
        if (entered.isEmpty()) {
          yield isAtWork(launch.get()) ? CampaignState.RUNNING : CampaignState.STOPPED;
        }
        yield entered.get().plus(days).isAfter(asOf.instant())
            ? CampaignState.SENT
            : CampaignState.CLOSED;
      }
    };
  }

  /** Whether its audience is being entered; work that no one remembers is about to begin. */
  private boolean isAtWork(Launch launch) {
    return launch.run().flatMap(runs::find).map(r -> !r.state().ended()).orElse(true);
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
                    r.whole("control"),
                    r.moment("from_at"),
                    r.moment("until_at"),
                    adopted.contains(r.text("campaign"))))
        .toList();
  }

  /** What a launch would do, for these people, with these sizes. Nothing is kept. */
  public Rehearsal rehearse(DefinitionId id, Viewer viewer, AsOf asOf) {
    var campaign = definitions.get(KIND, id).body();
    return forecast.rehearse(id, campaign, own(id, campaign), gate.view(viewer), asOf);
  }

  /** Each of the audience and what a launch would do with them, or those of one fate. */
  public List<Rehearsal.Planned> people(
      DefinitionId id, Optional<Fate> fate, long offset, int limit, Viewer viewer) {
    var own = own(id, definitions.get(KIND, id).body());
    return forecast.people(id, own, fate, offset, limit, gate.view(viewer));
  }

  /** How many a segment would make, and what each size of the control group could show. */
  public Outlook outlook(
      DefinitionId segment, String channel, int windowDays, Viewer viewer, AsOf asOf) {
    if (windowDays < 1 || windowDays > LONGEST_WINDOW) {
      var faults = new Faults();
      windowFault(faults);
      faults.throwIfAny();
    }
    return forecast.outlook(segment, channel, windowDays, gate.view(viewer), asOf);
  }

  /** A message as it would meet a few of the segment. */
  public List<Rehearsal.Sample> preview(
      DefinitionId segment, String channel, String message, Viewer viewer) {
    return forecast.preview(segment, channel, message, gate.view(viewer));
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
    var id = definition.id();
    var run =
        runs.begin(
            by,
            Run.Kind.SEND,
            definition.label(),
            (work, progress) -> {
              launcher.enter(id, own, progress);
              catalog.run(t -> t.write(LaunchQuery.entered(id, t.now())));
              follow(by);
              var counts = new HashMap<String, String>();
              deliveries
                  .ledger()
                  .counts(id)
                  .forEach((state, n) -> counts.put(state.name(), n.toString()));
              return counts;
            });
    catalog.run(t -> t.write(LaunchQuery.by(id, run)));
    return run;
  }

  /**
   * Lets the warehouse know what the ledger says by now, or the effect would speak of yesterday.
   */
  private void follow(UserId by) {
    runs.begin(
        by,
        Run.Kind.REFRESH,
        FOLLOW,
        (run, progress) -> {
          var report = refresher.refresh(run, catalog.now(), false, progress);
          return Map.of("steps", "" + report.ran().size());
        });
  }

  /**
   * Goes on with launches that a crash or the end of the process interrupted. Called once at every
   * start. What a person stopped waits for {@link #goOn}.
   */
  public List<RunId> resume() {
    return catalog.read(t -> t.query(LaunchQuery.UNFINISHED)).stream()
        .map(r -> definitions.get(KIND, KIND.id(r.text("campaign"))))
        .filter(d -> !isStopped(d.id()))
        .map(d -> begin(d, own(d.id(), d.body()), UserId.SYSTEM))
        .toList();
  }

  private boolean isStopped(DefinitionId id) {
    return launch(id)
        .flatMap(Launch::run)
        .flatMap(runs::find)
        .map(r -> r.state() == Run.State.CANCELLED)
        .orElse(false);
  }

  /**
   * Enters who is left after the sending was stopped or failed. Throws {@code
   * campaign.nothing-left} when it goes on already or everybody is entered.
   */
  public RunId goOn(DefinitionId id, Viewer by) {
    by.must(Right.SEND);
    var definition = definitions.get(KIND, id);
    var launch = launch(id);
    if (launch.isEmpty() || launch.get().enteredAt().isPresent() || isAtWork(launch.get())) {
      throw new FaultException(
          new Fault.Conflict("campaign.nothing-left", "", Map.of("campaign", id.key())));
    }
    return begin(definition, own(id, definition.body()), by.user());
  }

  /**
   * Reads receipts that came back for a campaign; times without a zone are of {@code zone}. See
   * {@link ReceiptFile}.
   */
  public ReceiptFile.Read receipts(DefinitionId id, Viewer by, InputStream file, ZoneId zone) {
    by.must(Right.SEND);
    definitions.get(KIND, id);
    var read =
        ReceiptFile.read(file, catalog.now(), zone, receipts -> deliveries.settle(id, receipts));
    if (read.changed() > 0) follow(by.user());
    return read;
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
    var window = window(rows, open);
    return new CampaignEffect(
        asOf,
        window,
        knowledge(window),
        rows.values().stream().map(Campaigns::arm).toList(),
        Effect.of(treated, control, split, new Outlay(cost, campaign.margin()), open),
        cost,
        sql.explain(view, warehouse.dialect()));
  }

  /** How much of the window the imported orders cover, whoever may see them. */
  private CampaignEffect.Knowledge knowledge(Optional<CampaignEffect.Window> window) {
    var newest =
        warehouse.query(EffectQuery.KNOWN, gate.view(Viewer.system())).only().momentIfAny("newest");
    return new CampaignEffect.Knowledge(
        newest,
        window.isPresent() && newest.map(n -> n.isBefore(window.get().from())).orElse(true),
        window.isPresent() && newest.map(n -> n.isBefore(window.get().until())).orElse(true));
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
