package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.campaign.Campaign;
import io.gongbi.campaign.CampaignView;
import io.gongbi.campaign.Campaigns;
import io.gongbi.campaign.Fate;
import io.gongbi.campaign.Goal;
import io.gongbi.campaign.PastCampaign;
import io.gongbi.campaign.Reach;
import io.gongbi.campaign.ReceiptFile;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.segment.ListFile;
import io.gongbi.segment.Segments;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.FieldKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Campaigns: draft, rehearsal, launch, list, receipts, effect. */
@RestController
@About("Campaigns: draft, rehearsal, launch, receipts, effect.")
@RequestMapping("/api/campaigns")
public class CampaignResource {
  private static final String FILE = "file";

  private final Gongbi gongbi;
  private final Campaigns campaigns;

  public CampaignResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.campaigns = gongbi.campaigns();
  }

  /**
   * A campaign to be saved: either sent from here (segment, channel, message, controlPerMille,
   * costPerMessage) or adopted from the imported log (imported). {@code metric}: what it is for,
   * CONVERSION or REVENUE; {@code worth}: the smallest lift worth knowing of, a share of people or
   * money a head; {@code otherCost}: what it costs beside its messages.
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
   * {@code planned}: whom the launch means, entered or not yet.
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
      Map<String, Long> entries) {}

  private static DefinitionId id(String key) {
    if (!key.matches("[a-z][a-z0-9_]{0,62}")) throw Faults.notFound("definition.unknown", key);
    return Campaigns.KIND.id(key);
  }

  private static DefinitionId segment(Optional<String> key) {
    return key.filter(s -> s.matches("[a-z][a-z0-9_]{0,62}"))
        .map(Segments.KIND::id)
        .orElseThrow(() -> Faults.bad("campaign.no-segment", "segment"));
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
            draft.costPerMessage().orElse(BigDecimal.ZERO)));
  }

  private static Campaign campaign(Draft draft, Reach reach) {
    return new Campaign(
        reach,
        draft.windowDays(),
        draft.marginPercent().movePointLeft(2),
        goal(draft.metric(), draft.worth()),
        draft.otherCost().orElse(BigDecimal.ZERO));
  }

  private static Goal goal(Optional<String> metric, Optional<BigDecimal> worth) {
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
    var entries = new java.util.TreeMap<String, Long>();
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
        own.map(Reach.Own::costPerMessage),
        imported,
        body.windowDays(),
        body.margin().movePointRight(2),
        body.goal().metric().name(),
        body.goal().worth(),
        body.otherCost(),
        own.isPresent() && !viewer.role().shows(address(own.get())),
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

  /** Whom a campaign would be for, before it is written. */
  public record OutlookQuestion(
      Optional<String> segment,
      Optional<String> channel,
      int windowDays,
      Optional<String> metric,
      Optional<BigDecimal> worth) {}

  @About("How many a segment would make, and what each size of the control group could show.")
  @Needs(Right.VIEW)
  @PostMapping("/outlook")
  public CampaignOutlookView outlook(@RequestBody OutlookQuestion question, Viewer viewer) {
    return CampaignOutlookView.of(
        campaigns.outlook(
            segment(question.segment()),
            question.channel().orElse(FILE),
            question.windowDays(),
            goal(question.metric(), question.worth()),
            viewer,
            gongbi.asOf()));
  }

  /** A message to look at, before it is kept. */
  public record PreviewQuestion(
      Optional<String> segment, Optional<String> channel, Optional<String> message) {}

  @About("A message as a few of the segment would read it.")
  @Needs(Right.VIEW)
  @PostMapping("/preview")
  public List<CampaignRehearsalView.SampleView> preview(
      @RequestBody PreviewQuestion question, Viewer viewer, HttpServletRequest request) {
    var locale = Speech.of(request);
    return campaigns
        .preview(
            segment(question.segment()),
            question.channel().orElse(FILE),
            question.message().orElse(""),
            viewer,
            gongbi.asOf())
        .stream()
        .map(s -> CampaignRehearsalView.SampleView.of(s, locale))
        .toList();
  }

  @Needs(Right.VIEW)
  @PostMapping("/{key}/rehearse")
  @About("What a launch would do: group sizes, what they can show, sample messages.")
  public CampaignRehearsalView rehearse(
      @PathVariable String key, Viewer viewer, HttpServletRequest request) {
    var rehearsal = campaigns.rehearse(id(key), viewer, gongbi.asOf());
    return CampaignRehearsalView.of(rehearsal, Speech.of(request));
  }

  @About("What a launch would do with each of the audience, a page of it.")
  @Needs(Right.VIEW)
  @GetMapping("/{key}/people")
  public List<CampaignRehearsalView.PlannedView> people(
      @PathVariable String key,
      @RequestParam Optional<String> fate,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "20") int limit,
      Viewer viewer) {
    page(offset, limit);
    return campaigns
        .people(
            id(key),
            fate.filter(f -> !f.isBlank()).map(CampaignResource::fate),
            offset,
            limit,
            viewer,
            gongbi.asOf())
        .stream()
        .map(CampaignRehearsalView.PlannedView::of)
        .toList();
  }

  private static Fate fate(String name) {
    for (var fate : Fate.values()) if (fate.name().equals(name)) return fate;
    throw Faults.bad("campaign.unknown-state", "fate");
  }

  private static void page(long offset, int limit) {
    if (offset < 0 || limit < 1 || limit > 1000) throw Faults.bad("profile.bad-page", "limit");
  }

  /** Background work that was begun. */
  public record Begun(long run) {}

  /** {@code knowingly}: go ahead though the groups are too small to show what is worth knowing. */
  public record Go(boolean knowingly) {}

  @Needs(Right.SEND)
  @PostMapping("/{key}/launch")
  @About(
      "Draws the groups and begins to send; refused when they can show too little, unless knowingly.")
  public Begun launch(@PathVariable String key, @RequestBody Go go, Viewer viewer) {
    return new Begun(campaigns.launch(id(key), viewer, gongbi.asOf(), go.knowingly()).value());
  }

  /** Keeps a sending that waits for the morning from going on by itself. */
  @About("Keeps a sending that waits for the morning from going on by itself.")
  @Needs(Right.SEND)
  @PostMapping("/{key}/hold")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void hold(@PathVariable String key, Viewer viewer) {
    campaigns.hold(id(key), viewer);
  }

  /** Goes on with a sending that was stopped. */
  @About("Goes on with a sending that was stopped.")
  @Needs(Right.SEND)
  @PostMapping("/{key}/go-on")
  public Begun goOn(@PathVariable String key, Viewer viewer) {
    return new Begun(campaigns.goOn(id(key), viewer).value());
  }

  @Needs(Right.EXPORT)
  @GetMapping("/{key}/file")
  @About(
      value = "The list of whom to reach, of the customers in sight, with what is masked masked.",
      file = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
  public void file(
      @PathVariable String key,
      @RequestParam(defaultValue = "csv") String format,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var wanted = ListFile.Format.of(format);
    var list = campaigns.list(id(key), viewer);
    var label = campaigns.get(id(key), viewer, gongbi.asOf()).definition().label();
    list.mustFit(wanted);
    gongbi
        .audit()
        .record(
            viewer.user(),
            Act.EXPORTED,
            id(key).toString(),
            format + ", " + list.size() + " rows: " + String.join(", ", list.heads()));
    Download.begin(response, wanted, Speech.words(request).apply(label));
    list.write(wanted, response.getOutputStream());
  }

  /** What became of a file of receipts: read = matched + known + unknown + bad. */
  public record ReceiptsView(
      long read, long matched, long known, long unknown, long bad, List<Problem.Said> faults) {}

  @Needs(Right.SEND)
  @PostMapping("/{key}/receipts")
  @About("Takes a file of receipts.")
  public ReceiptsView receipts(
      @PathVariable String key,
      @RequestParam("file") MultipartFile file,
      Viewer viewer,
      HttpServletRequest request)
      throws IOException {
    try (var in = file.getInputStream()) {
      var name = Optional.ofNullable(file.getOriginalFilename()).orElse(FILE);
      var upload = gongbi.uploads().store(in, name);
      try {
        var zone = gongbi.company().company().zone();
        return read(
            campaigns.receipts(id(key), viewer, upload.path(), upload.name(), zone),
            Speech.of(request));
      } finally {
        gongbi.uploads().delete(upload.id());
      }
    }
  }

  private static ReceiptsView read(ReceiptFile.Read read, Locale locale) {
    return new ReceiptsView(
        read.read(),
        read.changed(),
        read.known(),
        read.unknown(),
        read.bad(),
        Problems.said(read.faults(), locale));
  }

  /** One row of the ledger. */
  public record EntryView(
      long number,
      long customer,
      Optional<String> name,
      String arm,
      String state,
      Optional<String> reason,
      Instant enteredAt,
      Optional<Instant> sentAt,
      Optional<Instant> deliveredAt) {}

  @Needs(Right.VIEW)
  @GetMapping("/{key}/entries")
  @About("The send ledger of a campaign, a page of it.")
  public List<EntryView> entries(
      @PathVariable String key,
      @RequestParam Optional<String> state,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "50") int limit,
      Viewer viewer,
      HttpServletRequest request) {
    page(offset, limit);
    var locale = Speech.of(request);
    var entries =
        campaigns.entries(
            id(key),
            state.filter(x -> !x.isBlank()).map(CampaignResource::state),
            offset,
            limit,
            viewer);
    var names =
        gongbi.profiles().names(entries.stream().map(LedgerEntry::customer).toList(), viewer);
    return entries.stream()
        .map(
            e ->
                new EntryView(
                    e.number(),
                    e.customer().value(),
                    Optional.ofNullable(names.get(e.customer())),
                    e.arm(),
                    e.state().name(),
                    e.reason().map(r -> Messages.say(r, Map.of(), locale)),
                    e.enteredAt(),
                    e.sentAt(),
                    e.deliveredAt()))
        .toList();
  }

  private static LedgerEntry.State state(String name) {
    for (var state : LedgerEntry.State.values()) if (state.name().equals(name)) return state;
    throw Faults.bad("campaign.unknown-state", "state");
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
