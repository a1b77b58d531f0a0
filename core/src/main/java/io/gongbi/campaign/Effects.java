package io.gongbi.campaign;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.experiment.Effect;
import io.gongbi.experiment.Experiment;
import io.gongbi.experiment.Outcome;
import io.gongbi.experiment.Outlay;
import io.gongbi.experiment.Proportion;
import io.gongbi.experiment.SampleRatio;
import io.gongbi.experiment.TwoProportions;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What campaigns changed, as far as a viewer's customers tell. */
final class Effects {
  private final Warehouse warehouse;
  private final Gate gate;

  Effects(Warehouse warehouse, Gate gate) {
    this.warehouse = warehouse;
    this.gate = gate;
  }

  CampaignEffect of(
      DefinitionId id,
      Campaign campaign,
      Cost price,
      Optional<Foreseen> foreseen,
      Viewer viewer,
      AsOf asOf) {
    var entries = entries(id, campaign, price);
    var sql = EffectQuery.arms(entries, campaign.windowDays(), asOf);
    var view = gate.view(viewer);
    var rows = new TreeMap<String, Row>();
    warehouse.query(sql, view).stream().forEach(r -> rows.put(r.text("arm"), r));
    var treated = outcome(rows, Experiment.TREATED);
    var control = outcome(rows, Experiment.CONTROL);
    var cost = cost(entries, campaign, price, rows);
    boolean open = rows.values().stream().anyMatch(r -> r.whole("open") > 0);
    var window = window(rows, open);
    var knowledge = knowledge(window);
    return new CampaignEffect(
        asOf,
        window,
        knowledge,
        rows.values().stream().map(Effects::arm).toList(),
        Effect.of(
            treated,
            control,
            split(id, campaign, treated, control),
            new Outlay(cost.orElse(BigDecimal.ZERO), campaign.margin()),
            open),
        cost,
        campaign.goal().metric(),
        foreseen,
        balance(rows),
        new Course(warehouse, view)
            .days(entries, campaign.windowDays(), rows, knownUntil(knowledge, asOf)),
        sql.explain(view, warehouse.dialect()));
  }

  /**
   * What was paid for the messages in sight, and their part of what the campaign cost beside: who
   * sees a tenth of the people is not told that all of it was spent on them. Nothing where nobody
   * has said what a message costs.
   */
  private Optional<BigDecimal> cost(
      Sql entries, Campaign campaign, Cost price, Map<String, Row> rows) {
    if (!isPriced(campaign, price, rows)) return Optional.empty();
    var messages =
        rows.values().stream().map(r -> r.decimal("cost")).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (price.other().signum() == 0) return Optional.of(messages);
    var seen = BigDecimal.valueOf(rows.values().stream().mapToLong(r -> r.whole("people")).sum());
    var everybody = EffectQuery.people(entries, campaign.windowDays());
    var all = warehouse.query(everybody, gate.view(Viewer.system())).only().decimal("people");
    if (all.signum() == 0) return Optional.of(messages);
    return Optional.of(
        messages.add(
            price.other().multiply(seen).divide(all, 4, java.math.RoundingMode.HALF_EVEN)));
  }

  /** Of a campaign of another system its log may say it too, of somebody who was sent to. */
  private static boolean isPriced(Campaign campaign, Cost price, Map<String, Row> rows) {
    if (price.perMessage().isPresent()) return true;
    return switch (campaign.reach()) {
      case Reach.Own _ -> false;
      case Reach.Imported _ ->
          Optional.ofNullable(rows.get(Experiment.TREATED))
              .filter(r -> r.whole("priced") == 0)
              .isEmpty();
    };
  }

  /** Until when the orders tell all: what came later may only be missing. */
  private static Instant knownUntil(CampaignEffect.Knowledge knowledge, AsOf asOf) {
    var now = asOf.instant();
    if (!knowledge.endsWithin()) return now;
    return knowledge.newestOrder().filter(newest -> newest.isBefore(now)).orElse(now);
  }

  /** Nothing to compare: nobody held back, or nobody bought before. */
  private static Optional<CampaignEffect.Balance> balance(Map<String, Row> rows) {
    var treated = before(rows, Experiment.TREATED);
    var control = before(rows, Experiment.CONTROL);
    if (treated.isEmpty() || control.isEmpty()) return Optional.empty();
    return Optional.of(
        new CampaignEffect.Balance(
            EffectQuery.DAYS_BEFORE,
            treated.get().rate(),
            control.get().rate(),
            new TwoProportions(treated.get(), control.get()).pValue()));
  }

  private static Optional<Proportion> before(Map<String, Row> rows, String arm) {
    return Optional.ofNullable(rows.get(arm))
        .map(r -> new Proportion(r.whole("bought_before"), r.whole("people")));
  }

  private static Sql entries(DefinitionId id, Campaign campaign, Cost price) {
    return switch (campaign.reach()) {
      case Reach.Own _ -> EffectQuery.own(id.toString(), EffectQuery.costOfEach(price));
      case Reach.Imported imported ->
          EffectQuery.imported(imported.name(), EffectQuery.costOfEach(price));
    };
  }

  /** Nobody here knows the plan of another system. */
  private static Optional<SampleRatio> split(
      DefinitionId id, Campaign campaign, Outcome treated, Outcome control) {
    return switch (campaign.reach()) {
      case Reach.Own own ->
          Optional.of(
              SampleRatio.of(
                  Campaign.experiment(id, own.controlPerMille()),
                  Map.of(
                      Experiment.TREATED, treated.people(),
                      Experiment.CONTROL, control.people())));
      case Reach.Imported _ -> Optional.empty();
    };
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
        row.whole("failed"),
        row.whole("uncertain"),
        row.whole("opted_out"),
        row.whole("converted"),
        row.whole("orders"),
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
