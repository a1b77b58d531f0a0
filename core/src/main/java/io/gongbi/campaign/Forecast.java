package io.gongbi.campaign;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.channel.SmsText;
import io.gongbi.delivery.Deliveries;
import io.gongbi.delivery.OptOuts;
import io.gongbi.experiment.Base;
import io.gongbi.experiment.Experiment;
import io.gongbi.experiment.ExperimentId;
import io.gongbi.experiment.Power;
import io.gongbi.experiment.Sizing;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.segment.Segments;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a launch would do and could show: sizes, messages, people. Nothing is kept. */
public final class Forecast {
  private static final int FEW = 4;

  /** Nobody is held back. */
  private static final Experiment EVERYBODY =
      Experiment.heldBack(new ExperimentId("everybody"), "everybody", 0);

  private final Warehouse warehouse;
  private final Definitions definitions;
  private final Gate gate;
  private final Segments segments;
  private final Deliveries deliveries;
  private final OptOuts optOuts;

  public Forecast(
      Warehouse warehouse,
      Definitions definitions,
      Gate gate,
      Segments segments,
      Deliveries deliveries,
      OptOuts optOuts) {
    this.warehouse = warehouse;
    this.definitions = definitions;
    this.gate = gate;
    this.segments = segments;
    this.deliveries = deliveries;
    this.optOuts = optOuts;
  }

  private FieldKey address(String channel) {
    return FieldKey.of("customer." + deliveries.channel(channel).addressField());
  }

  /** The message as it would leave: with what the channel asks for around it. */
  private MessageText words(String channel, String message) {
    return new MessageText(deliveries.words(deliveries.channel(channel), message));
  }

  private Sql audience(DefinitionId id, Reach.Own own, MessageText text, AsOf asOf) {
    return AudienceQuery.audience(
        Campaign.experiment(id, own.controlPerMille()),
        segments.members(own.segment()),
        address(own.channel()),
        text,
        asOf);
  }

  /** Everybody of a segment, in the one arm that gets the message. */
  private Sql everybody(DefinitionId segment, String channel, MessageText text, AsOf asOf) {
    return AudienceQuery.audience(
        EVERYBODY, segments.members(segment), address(channel), text, asOf);
  }

  /**
   * What becomes of each whom a launch now would mean. To be asked of addresses in clear: a masked
   * one is like many others, so that guards and groups would go by chance.
   */
  Sql fates(DefinitionId id, Reach.Own own, AsOf asOf) {
    var text = words(own.channel(), own.message());
    return fates(audience(id, own, text, asOf), text, own.channel());
  }

  private Sql fates(Sql audience, MessageText text, String channel) {
    var ledger = deliveries.ledger();
    return FatesQuery.of(
        audience,
        text,
        address(channel),
        optOuts.inForce(),
        ledger.capped(channel).stream().map(id -> "" + id).toList(),
        ledger.cappedAddresses(channel));
  }

  private Campaign campaign(DefinitionId id) {
    return definitions.get(Campaigns.KIND, id).body();
  }

  /**
   * The customers of a viewer unmasked, to match addresses that are not shown: nothing but counts
   * and ids of it is told.
   */
  private View clear(Viewer viewer) {
    return gate.view(viewer.inClear());
  }

  /** What a launch would do, for these people, with these sizes. */
  public Rehearsal rehearse(DefinitionId id, Viewer viewer, AsOf asOf) {
    var campaign = campaign(id);
    var own = Launches.own(id, campaign);
    var view = gate.view(viewer);
    var clear = clear(viewer);
    var text = words(own.channel(), own.message());
    var audience = audience(id, own, text, asOf);
    var each = fates(audience, text, own.channel());
    var fates = new EnumMap<Fate, Long>(Fate.class);
    warehouse.query(AudienceQuery.fateCounts(each), clear).stream()
        .forEach(r -> fates.put(Fate.valueOf(r.text("fate")), r.whole("people")));
    long control = fates.getOrDefault(Fate.HELD_OUT, 0L);
    long treated = fates.values().stream().mapToLong(n -> n).sum() - control;
    var plan = plan(own.segment(), campaign, treated + control, view, asOf);
    var bills = bills(each, text, own.channel(), clear);
    long billed = bills.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
    return new Rehearsal(
        treated + control,
        treated,
        control,
        fates,
        plan.map(p -> Foreseen.of(campaign.goal(), p, treated, control, false))
            .orElseGet(() -> Foreseen.blind(campaign.goal(), false)),
        plan.isPresent() && plan.get().shows(treated, control),
        own.costPerMessage()
            .map(price -> price.multiply(BigDecimal.valueOf(billed)).add(campaign.otherCost())),
        bills,
        samples(audience, text, own.channel(), view, clear, asOf));
  }

  /**
   * What is billed depends on how long names are, and a mask is not as long as a name: counted in
   * clear, of which nothing comes out but how many people there are.
   */
  private Map<Integer, Long> bills(Sql fates, MessageText text, String channel, View clear) {
    var bills = new TreeMap<Integer, Long>();
    boolean phone = ContentQuery.isPhone(address(channel));
    warehouse.query(ContentQuery.bills(fates, text), clear).stream()
        .forEach(
            r ->
                bills.merge(
                    phone ? Math.toIntExact(r.whole("parts")) : 1, r.whole("people"), Long::sum));
    return bills;
  }

  /** Empty when nobody of before tells what to expect. */
  private Optional<Sizing> plan(
      DefinitionId segment, Campaign campaign, long audience, View view, AsOf asOf) {
    return base(segment, campaign.windowDays(), campaign.goal(), view, asOf)
        .map(b -> new Sizing(b, Power.USUAL, audience, campaign.goal().worth(b)));
  }

  /**
   * What those who were in the segment one window ago did since. Today's members would mislead:
   * nobody of "has not bought in 90 days" bought in the last 14.
   */
  private Optional<Base> base(DefinitionId segment, int days, Goal goal, View view, AsOf asOf) {
    var before = new AsOf(asOf.startOf(asOf.day().minusDays(days)), asOf.zone());
    var members = segments.membersAt(segment, before);
    // As figures count: whom today's segment leaves out, that of before leaves out too.
    var row = warehouse.query(AudienceQuery.base(members, asOf, days), gate.figures(view)).only();
    return goal.base(
        row.whole("people"), row.whole("bought"), row.decimal("revenue"), row.decimal("squares"));
  }

  /**
   * What a launch now would show. Throws {@code campaign.nobody} when the segment is empty in this
   * view, {@code campaign.too-small} when that is less than what is worth knowing, unless it is
   * accepted knowingly.
   */
  Foreseen foresee(
      DefinitionId id, Campaign campaign, Reach.Own own, View view, AsOf asOf, boolean knowingly) {
    mustBeSomebody(segments.members(own.segment()), view);
    long treated = 0;
    long control = 0;
    var counts =
        warehouse.query(AudienceQuery.counts(audience(id, own, new MessageText(""), asOf)), view);
    for (var row : counts.stream().toList()) {
      if (row.text("arm").equals(Experiment.CONTROL)) control = row.whole("people");
      else treated += row.whole("people");
    }
    var plan = plan(own.segment(), campaign, treated + control, view, asOf);
    var shows = plan.isPresent() && plan.get().shows(treated, control);
    if (!shows && !knowingly) {
      throw new FaultException(
          new Fault.Conflict(
              "campaign.too-small", "controlPerMille", Map.of("campaign", id.key())));
    }
    var accepted = !shows;
    if (plan.isEmpty()) return Foreseen.blind(campaign.goal(), accepted);
    return Foreseen.of(campaign.goal(), plan.get(), treated, control, accepted);
  }

  private void mustBeSomebody(Sql members, View view) {
    var first = Sql.of("select m.customer_id from members m limit 1").step("members", members);
    if (warehouse.query(first, view).size() == 0) throw Faults.bad("campaign.nobody", "segment");
  }

  /** Those for whom it may go wrong first; who is picked twice is shown once. */
  private List<Rehearsal.Sample> samples(
      Sql audience, MessageText text, String channel, View view, View clear, AsOf asOf) {
    var picks =
        warehouse.query(ContentQuery.picks(audience, text, FEW), clear).stream()
            .sorted(Comparator.comparing(r -> r.whole("pick")))
            .toList();
    var shown = shown(picks, channel, text, view, asOf);
    var found = new LinkedHashMap<Long, Rehearsal.Sample>();
    for (var pick : picks) {
      var which = PICKS.get(Math.toIntExact(pick.whole("pick")) - 1);
      var row = Optional.ofNullable(shown.get(pick.whole("customer_id")));
      row.map(r -> sample(r, pick.text("arm"), text, which))
          .ifPresent(one -> found.putIfAbsent(one.customer(), one));
    }
    return List.copyOf(found.values());
  }

  /** The customers of some rows as a viewer may see them, by id; who was merged since has none. */
  private Map<Long, Row> shown(
      List<Row> rows, String channel, MessageText text, View view, AsOf asOf) {
    if (rows.isEmpty()) return Map.of();
    var ids = rows.stream().map(r -> r.whole("customer_id")).distinct().toList();
    var people =
        AudienceQuery.audience(EVERYBODY, AudienceQuery.chosen(ids), address(channel), text, asOf);
    return warehouse.query(people, view).stream()
        .collect(Collectors.toMap(r -> r.whole("customer_id"), r -> r));
  }

  private static final List<Rehearsal.Pick> PICKS = List.of(Rehearsal.Pick.values());

  private static Rehearsal.Sample sample(
      Row row, String arm, MessageText text, Rehearsal.Pick pick) {
    var fields = Launcher.fields(row);
    var shown = text.shown(fields);
    return new Rehearsal.Sample(
        row.whole("customer_id"),
        row.textIfAny("name").orElse(""),
        row.textIfAny("address").orElse(""),
        arm,
        shown,
        new SmsText(shown).parts(),
        text.filled(fields).isPresent(),
        pick);
  }

  /** How many a segment would make, and what each size of the control group could show. */
  public Outlook outlook(
      DefinitionId segment, String channel, int days, Goal goal, Viewer viewer, AsOf asOf) {
    new CampaignCheck(deliveries).mustBePlannable(days, goal);
    var view = gate.view(viewer);
    var counts =
        warehouse
            .query(
                AudienceQuery.counts(everybody(segment, channel, new MessageText(""), asOf)), view)
            .first();
    long people = counts.map(r -> r.whole("people")).orElse(0L);
    return new Outlook(
        people,
        warehouse.query(AudienceQuery.EVERYBODY, view).only().whole("people"),
        counts.map(r -> r.whole("no_address")).orElse(0L),
        base(segment, days, goal, view, asOf)
            .map(b -> new Sizing(b, Power.USUAL, people, goal.worth(b))));
  }

  /**
   * A message as a few of the segment would read it, the longest that anybody would get, and one
   * for whom a field is missing: in that order, those first for whom it may go wrong. Throws what
   * is wrong with the message.
   */
  public List<Rehearsal.Sample> preview(
      DefinitionId segment, String channel, String message, Viewer viewer, AsOf asOf) {
    var faults = new Faults();
    new MessageText(message).check("message", faults);
    faults.throwIfAny();
    var text = words(channel, message);
    var audience = everybody(segment, channel, text, asOf);
    return samples(audience, text, channel, gate.view(viewer), clear(viewer), asOf);
  }

  /** Each of the audience and what a launch would do with them, or those of one fate. */
  public List<Rehearsal.Planned> people(
      DefinitionId id, Optional<Fate> fate, long offset, int limit, Viewer viewer, AsOf asOf) {
    var own = Launches.own(id, campaign(id));
    var text = words(own.channel(), own.message());
    var page = AudienceQuery.people(fates(id, own, asOf), fate, offset, limit);
    var rows = warehouse.query(page, clear(viewer)).stream().toList();
    var shown = shown(rows, own.channel(), text, gate.view(viewer), asOf);
    return rows.stream()
        .flatMap(
            r ->
                Optional.ofNullable(shown.get(r.whole("customer_id")))
                    .map(person -> planned(person, r, text))
                    .stream())
        .toList();
  }

  private static Rehearsal.Planned planned(Row person, Row fate, MessageText text) {
    return new Rehearsal.Planned(
        sample(person, fate.text("arm"), text, Rehearsal.Pick.USUAL),
        Fate.valueOf(fate.text("fate")));
  }
}
