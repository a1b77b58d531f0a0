package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.campaign.Campaign;
import io.gongbi.campaign.CampaignView;
import io.gongbi.campaign.Campaigns;
import io.gongbi.campaign.Goal;
import io.gongbi.campaign.PastCampaign;
import io.gongbi.campaign.Reach;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.fault.Faults;
import io.gongbi.segment.Segments;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.FieldKey;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns: drafts, what was adopted from the imported log, and the effect of each. */
@RestController
@About("Campaigns: drafts and adopted ones, and their effect.")
@RequestMapping("/api/campaigns")
public class CampaignResource {
  /** The channel that writes a file for a sender. */
  static final String FILE = "file";

  private final Gongbi gongbi;
  private final Campaigns campaigns;

  public CampaignResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.campaigns = gongbi.campaigns();
  }

  /**
   * A campaign to be saved: either sent from here (segment, channel, message, controlPerMille,
   * costPerMessage; without it what it costs is not known, and no return told) or adopted from the
   * imported log (imported). {@code metric}: what it is for, CONVERSION or REVENUE; {@code worth}:
   * the smallest lift worth knowing of, a share of people or money a head; {@code otherCost}: what
   * it costs beside its messages.
   */
  public record Draft(
      String label,
      Optional<String> segment,
      Optional<String> channel,
      Optional<String> message,
      Optional<Integer> controlPerMille,
      Optional<BigDecimal> costPerMessage,
      Optional<String> imported,
      int windowDays,
      BigDecimal marginPercent,
      Optional<String> metric,
      Optional<BigDecimal> worth,
      Optional<BigDecimal> otherCost) {}

  /**
   * A campaign as lists and pages show it, as far as the viewer's customers go. {@code masked}:
   * whether addresses are not shown to the viewer in clear, in the list for the sender neither;
   * {@code planned}: whom the launch means, entered or not yet; {@code costPerMessage}, {@code
   * otherCost}: as they are known now, see {@link CampaignCostResource}; {@code whole}: whether the
   * viewer sees all of them, and so may hold it back and go on with it.
   */
  public record View(
      String id,
      Label label,
      String kind,
      String state,
      long planned,
      long audience,
      long treated,
      long control,
      Optional<Instant> launchedAt,
      Optional<Instant> enteredAt,
      Optional<Long> run,
      Optional<Instant> waitsUntil,
      Optional<String> segment,
      Optional<String> channel,
      Optional<String> message,
      Optional<Integer> controlPerMille,
      Optional<BigDecimal> costPerMessage,
      Optional<String> imported,
      int windowDays,
      BigDecimal marginPercent,
      String metric,
      Optional<BigDecimal> worth,
      BigDecimal otherCost,
      boolean masked,
      boolean whole,
      Map<String, Long> entries) {}

  static DefinitionId id(String key) {
    return Keys.named(Campaigns.KIND, key);
  }

  static DefinitionId segment(Optional<String> key) {
    return key.filter(s -> s.matches("[a-z][a-z0-9_]{0,62}"))
        .map(Segments.KIND::id)
        .orElseThrow(() -> Faults.bad("campaign.no-segment", "segment"));
  }

  static void mustBePage(long offset, int limit) {
    if (offset < 0 || limit < 1 || limit > 1000) throw Faults.bad("profile.bad-page", "limit");
  }

  private static Campaign campaign(Draft draft) {
    if (draft.imported().isPresent()) {
      return campaign(draft, new Reach.Imported(draft.imported().get()));
    }
    return campaign(
        draft,
        new Reach.Own(
            segment(draft.segment()),
            draft.channel().orElse(FILE),
            draft.message().orElse(""),
            draft.controlPerMille().orElse(Campaign.USUAL_CONTROL_PER_MILLE),
            draft.costPerMessage()));
  }

  private static Campaign campaign(Draft draft, Reach reach) {
    return new Campaign(
        reach,
        draft.windowDays(),
        draft.marginPercent().movePointLeft(2),
        goal(draft.metric(), draft.worth()),
        draft.otherCost().orElse(BigDecimal.ZERO));
  }

  static Goal goal(Optional<String> metric, Optional<BigDecimal> worth) {
    return new Goal(
        metric.filter(m -> !m.isBlank()).map(CampaignResource::metric).orElse(Goal.USUAL.metric()),
        worth);
  }

  private static Goal.Metric metric(String name) {
    for (var metric : Goal.Metric.values()) if (metric.name().equals(name)) return metric;
    throw Faults.bad("campaign.unknown-metric", "metric");
  }

  private View view(CampaignView campaign, Map<String, PastCampaign> past, Viewer viewer) {
    var definition = campaign.definition();
    var body = definition.body();
    var own = body.reach() instanceof Reach.Own o ? Optional.of(o) : Optional.<Reach.Own>empty();
    var imported =
        body.reach() instanceof Reach.Imported i ? Optional.of(i.name()) : Optional.<String>empty();
    long entered = campaign.entries().values().stream().mapToLong(n -> n).sum();
    var logged = imported.flatMap(name -> Optional.ofNullable(past.get(name)));
    long control =
        imported.isPresent()
            ? logged.map(PastCampaign::control).orElse(0L)
            : campaign.entries().getOrDefault(LedgerEntry.State.HELD_OUT, 0L);
    long audience = imported.isPresent() ? logged.map(PastCampaign::people).orElse(0L) : entered;
    var entries = new TreeMap<String, Long>();
    campaign.entries().forEach((state, n) -> entries.put(state.name(), n));
    return new View(
        definition.id().key(),
        definition.label(),
        own.isPresent() ? "launched" : "imported",
        campaign.state().name().toLowerCase(Locale.ROOT),
        imported.isPresent() ? audience : campaign.planned(),
        audience,
        audience - control,
        control,
        imported.isPresent()
            ? logged.map(PastCampaign::from)
            : campaign.launch().map(l -> l.launchedAt()),
        imported.isPresent()
            ? logged.map(PastCampaign::until)
            : campaign.launch().flatMap(l -> l.enteredAt()),
        campaign.launch().flatMap(l -> l.run()).map(run -> run.value()),
        campaign.launch().flatMap(l -> l.waitsUntil()),
        own.map(o -> o.segment().key()),
        own.map(Reach.Own::channel),
        own.map(Reach.Own::message),
        own.map(Reach.Own::controlPerMille),
        campaign.cost().perMessage(),
        imported,
        body.windowDays(),
        body.margin().movePointRight(2),
        body.goal().metric().name(),
        body.goal().worth(),
        campaign.cost().other(),
        own.isPresent() && !viewer.role().shows(address(own.get())),
        campaign.whole(),
        entries);
  }

  private FieldKey address(Reach.Own own) {
    return FieldKey.of("customer." + gongbi.deliveries().channel(own.channel()).addressField());
  }

  private Map<String, PastCampaign> pastByName(Viewer viewer) {
    var byName = new HashMap<String, PastCampaign>();
    campaigns.past(viewer).forEach(p -> byName.put(p.name(), p));
    return byName;
  }

  @Needs(Right.VIEW)
  @GetMapping
  @About("All campaigns, the newest first.")
  public List<View> all(Viewer viewer) {
    var past = pastByName(viewer);
    return campaigns.all(viewer, gongbi.asOf()).stream().map(c -> view(c, past, viewer)).toList();
  }

  @Needs(Right.VIEW)
  @GetMapping("/past")
  @About("Campaigns that the imported send log knows, adopted or not.")
  public List<PastCampaign> past(Viewer viewer) {
    return campaigns.past(viewer);
  }

  @Needs(Right.VIEW)
  @GetMapping("/{key}")
  @About("One campaign.")
  public View one(@PathVariable String key, Viewer viewer) {
    return view(campaigns.get(id(key), viewer, gongbi.asOf()), pastByName(viewer), viewer);
  }

  @Needs(Right.SEND)
  @PostMapping
  @About("Saves a new draft, or adopts a past campaign.")
  public View add(@RequestBody Draft draft, Viewer viewer) {
    var definition = campaigns.add(viewer, Names.typed(draft.label()), campaign(draft));
    return one(definition.id().key(), viewer);
  }

  @Needs(Right.SEND)
  @PutMapping("/{key}")
  @About("Changes a draft.")
  public View change(@PathVariable String key, @RequestBody Draft draft, Viewer viewer) {
    campaigns.change(viewer, id(key), Names.typed(draft.label()), campaign(draft));
    return one(key, viewer);
  }

  @About("Throws a draft away.")
  @Needs(Right.SEND)
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void delete(@PathVariable String key, Viewer viewer) {
    campaigns.delete(viewer, id(key));
  }

  @Needs(Right.VIEW)
  @GetMapping("/{key}/effect")
  @About("What a campaign changed: arms, lift with interval, ROI, cautions.")
  public CampaignEffectView effect(
      @PathVariable String key, Viewer viewer, HttpServletRequest request) {
    var effect = campaigns.effect(id(key), viewer, gongbi.asOf());
    return CampaignEffectView.of(effect, Speech.of(request));
  }
}
