package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.campaign.Fate;
import io.gongbi.campaign.Forecast;
import io.gongbi.campaign.Launches;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a launch would do, the launch itself, and whether a sending goes on. */
@RestController
@About("The launch of a campaign: what it would do, and doing it.")
@RequestMapping("/api/campaigns")
public class CampaignLaunchResource {
  private final Gongbi gongbi;
  private final Forecast forecast;
  private final Launches launches;

  public CampaignLaunchResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.forecast = gongbi.forecast();
    this.launches = gongbi.launches();
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
        forecast.outlook(
            CampaignResource.segment(question.segment()),
            question.channel().orElse(CampaignResource.FILE),
            question.windowDays(),
            CampaignResource.goal(question.metric(), question.worth()),
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
    return forecast
        .preview(
            CampaignResource.segment(question.segment()),
            question.channel().orElse(CampaignResource.FILE),
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
    var rehearsal = forecast.rehearse(CampaignResource.id(key), viewer, gongbi.asOf());
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
    CampaignResource.mustBePage(offset, limit);
    return forecast
        .people(
            CampaignResource.id(key),
            fate.filter(f -> !f.isBlank()).map(CampaignLaunchResource::fate),
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

  /** Background work that was begun. */
  public record Begun(long run) {}

  /** {@code knowingly}: go ahead though the groups are too small to show what is worth knowing. */
  public record Go(boolean knowingly) {}

  @Needs(Right.SEND)
  @PostMapping("/{key}/launch")
  @About(
      "Draws the groups and begins to send; refused when they can show too little, unless knowingly.")
  public Begun launch(@PathVariable String key, @RequestBody Go go, Viewer viewer) {
    return new Begun(
        launches.launch(CampaignResource.id(key), viewer, gongbi.asOf(), go.knowingly()).value());
  }

  /** Keeps a sending that waits for the morning from going on by itself. */
  @About("Keeps a sending that waits for the morning from going on by itself.")
  @Needs(Right.SEND)
  @PostMapping("/{key}/hold")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void hold(@PathVariable String key, Viewer viewer) {
    launches.hold(CampaignResource.id(key), viewer);
  }

  /** Goes on with a sending that was stopped. */
  @About("Goes on with a sending that was stopped.")
  @Needs(Right.SEND)
  @PostMapping("/{key}/go-on")
  public Begun goOn(@PathVariable String key, Viewer viewer) {
    return new Begun(launches.goOn(CampaignResource.id(key), viewer).value());
  }
}
