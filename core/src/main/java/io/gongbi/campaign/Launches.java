package io.gongbi.campaign;

import io.gongbi.access.Act;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.delivery.Deliveries;
import io.gongbi.experiment.Power;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The launch of a campaign, its sending in the background, and going on where it was stopped. */
public final class Launches {
  private static final Label FOLLOW = new Label("汇总触达记录", "Collect sends and receipts");

  private final Warehouse warehouse;
  private final Catalog catalog;
  private final Definitions definitions;
  private final AuditTrail audit;
  private final Gate gate;
  private final Deliveries deliveries;
  private final Runs runs;
  private final Refresher refresher;
  private final Launcher launcher;
  private final Forecast forecast;

  /** Two who launch the same draft: the audience is that of the one whose launch holds. */
  private final ReentrantLock oneAtATime = new ReentrantLock();

  public Launches(
      Warehouse warehouse,
      Catalog catalog,
      Definitions definitions,
      AuditTrail audit,
      Gate gate,
      Deliveries deliveries,
      Runs runs,
      Refresher refresher,
      Forecast forecast) {
    this.warehouse = warehouse;
    this.catalog = catalog;
    this.definitions = definitions;
    this.audit = audit;
    this.gate = gate;
    this.deliveries = deliveries;
    this.runs = runs;
    this.refresher = refresher;
    this.launcher = new Launcher(warehouse, deliveries);
    this.forecast = forecast;
  }

  Optional<Launch> find(DefinitionId id) {
    return catalog
        .read(t -> t.query(LaunchQuery.find(id)))
        .first()
        .map(
            r ->
                new Launch(
                    new UserId(r.text("launched_by")),
                    r.moment("launched_at"),
                    r.momentIfAny("entered_at"),
                    r.wholeIfAny("run").map(RunId::new),
                    r.textIfAny("metric").map(_ -> foreseen(r)),
                    r.textIfAny("words"),
                    r.momentIfAny("resumes_at")));
  }

  private static Foreseen foreseen(Row row) {
    return new Foreseen(
        Goal.Metric.valueOf(row.text("metric")),
        row.whole("history"),
        row.decimal("base").doubleValue(),
        row.decimal("worth").doubleValue(),
        row.decimalIfAny("detectable").stream().mapToDouble(BigDecimal::doubleValue).findFirst(),
        new Power(row.decimal("alpha").doubleValue(), row.decimal("chance").doubleValue()),
        row.flag("is_knowingly"));
  }

  /** Throws {@code campaign.launched}: what has been sent cannot be changed. */
  void mustBeADraft(DefinitionId id) {
    if (find(id).isPresent()) {
      throw new FaultException(
          new Fault.Conflict("campaign.launched", "", Map.of("campaign", id.key())));
    }
  }

  /** Whether its audience is being entered; work that no one remembers is about to begin. */
  boolean isAtWork(Launch launch) {
    return launch.run().flatMap(runs::find).map(r -> !r.state().ended()).orElse(true);
  }

  /**
   * Freezes the audience, of customers in sight of {@code by} alone, and begins to enter it in the
   * background. Throws {@code campaign.launched} the second time, {@code campaign.nobody} when the
   * segment is empty for this viewer, {@code campaign.too-small} when its groups cannot show what
   * the campaign is for, unless this is done {@code knowingly}.
   */
  public RunId launch(DefinitionId id, Viewer by, AsOf asOf, boolean knowingly) {
    by.must(Right.SEND);
    var definition = definitions.get(Campaigns.KIND, id);
    var own = own(id, definition.body());
    oneAtATime.lock();
    try {
      mustBeADraft(id);
      // On behalf of a person: their customers, but with addresses that the channel can use.
      var view = gate.view(by.inClear());
      var foreseen = forecast.foresee(id, definition.body(), own, view, asOf, knowingly);
      var words = deliveries.words(deliveries.channel(own.channel()), own.message());
      launcher.freeze(id, forecast.fates(id, own, asOf), view, catalog.now());
      catalog.run(
          t -> {
            t.write(LaunchQuery.begin(id, by.user(), words, t.now()));
            t.write(LaunchQuery.foreseen(id, foreseen));
            audit.record(by.user(), Act.SENT, id.toString(), definition.label().zh());
          });
    } finally {
      oneAtATime.unlock();
    }
    return begin(definition, own, by.user());
  }

  static Reach.Own own(DefinitionId id, Campaign campaign) {
    return switch (campaign.reach()) {
      case Reach.Own own -> own;
      case Reach.Imported _ ->
          throw new FaultException(
              new Fault.Conflict("campaign.sent-elsewhere", "", Map.of("campaign", id.key())));
    };
  }

  private RunId begin(Definition<Campaign> definition, Reach.Own own, UserId by) {
    var id = definition.id();
    var run =
        runs.begin(
            by,
            Run.Kind.SEND,
            definition.label(),
            (work, progress) -> {
              var waits = launcher.enter(id, own, words(id, own), progress);
              catalog.run(
                  t -> {
                    t.write(LaunchQuery.waits(id, waits));
                    if (waits.isEmpty()) t.write(LaunchQuery.entered(id, t.now()));
                  });
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

  /** What was launched, whatever the settings say since. */
  private MessageText words(DefinitionId id, Reach.Own own) {
    return new MessageText(find(id).flatMap(Launch::words).orElse(own.message()));
  }

  /**
   * Lets the warehouse know what the ledger says by now, or the effect would speak of yesterday.
   */
  void follow(UserId by) {
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
        .map(r -> definitions.get(Campaigns.KIND, Campaigns.KIND.id(r.text("campaign"))))
        .filter(d -> !isStopped(d.id()))
        .map(d -> begin(d, own(d.id(), d.body()), UserId.SYSTEM))
        .toList();
  }

  /** Goes on with launches for which the sending hours have come. Called every now and then. */
  public List<RunId> resumeDue() {
    return catalog.read(t -> t.query(LaunchQuery.due(t.now()))).stream()
        .map(r -> definitions.get(Campaigns.KIND, Campaigns.KIND.id(r.text("campaign"))))
        .filter(d -> find(d.id()).filter(l -> !isAtWork(l)).isPresent())
        .map(d -> begin(d, own(d.id(), d.body()), UserId.SYSTEM))
        .toList();
  }

  /**
   * Keeps a launch that waits for the morning from going on by itself; {@link #goOn} does. Throws
   * {@code campaign.nothing-left} for one that does not wait, {@code campaign.out-of-sight} as
   * {@link #goOn}.
   */
  public void hold(DefinitionId id, Viewer by) {
    var definition = decidedBy(by, id);
    var launch = find(id);
    if (launch.isEmpty() || launch.get().waitsUntil().isEmpty() || isAtWork(launch.get())) {
      throw new FaultException(
          new Fault.Conflict("campaign.nothing-left", "", Map.of("campaign", id.key())));
    }
    catalog.run(
        t -> {
          t.write(LaunchQuery.waits(id, Optional.empty()));
          audit.record(by.user(), Act.SENT, id.toString(), "hold: " + definition.label().zh());
        });
  }

  private boolean isStopped(DefinitionId id) {
    return find(id)
        .flatMap(Launch::run)
        .flatMap(runs::find)
        .map(r -> r.state() == Run.State.CANCELLED)
        .orElse(false);
  }

  /** Who decides of a sending sees everybody whom it meant. */
  private Definition<Campaign> decidedBy(Viewer by, DefinitionId id) {
    by.must(Right.SEND);
    var definition = definitions.get(Campaigns.KIND, id);
    if (!Sight.of(by, gate, warehouse, deliveries).isWhole(id)) {
      throw new FaultException(
          new Fault.Forbidden("campaign.out-of-sight", "", Map.of("campaign", id.key())));
    }
    return definition;
  }

  /**
   * Enters who is left after the sending was stopped or failed. Throws {@code
   * campaign.nothing-left} when it goes on already or everybody is entered, {@code
   * campaign.out-of-sight} for who does not see everybody whom the launch meant.
   */
  public RunId goOn(DefinitionId id, Viewer by) {
    var definition = decidedBy(by, id);
    var launch = find(id);
    if (launch.isEmpty() || launch.get().enteredAt().isPresent() || isAtWork(launch.get())) {
      throw new FaultException(
          new Fault.Conflict("campaign.nothing-left", "", Map.of("campaign", id.key())));
    }
    // What somebody decides about a promise is known before it is done.
    audit.record(by.user(), Act.SENT, id.toString(), "go on: " + definition.label().zh());
    return begin(definition, own(id, definition.body()), by.user());
  }
}
