package io.gongbi.server.http;

import io.gongbi.campaign.Fate;
import io.gongbi.campaign.Rehearsal;
import io.gongbi.fault.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a launch would do: audience = control + reached + those whom a guard stops. {@code enough}:
 * whether these groups can show what is worth knowing.
 */
public record CampaignRehearsalView(
    long audience,
    long treated,
    long control,
    long reached,
    long noAddress,
    long noConsent,
    long optedOut,
    long capped,
    CampaignForeseenView foreseen,
    boolean enough,
    BigDecimal cost,
    List<SampleView> sample) {
  /** The message as one customer would read it; {@code why} it cannot reach them. */
  public record SampleView(
      long id, String name, String address, String arm, String text, Optional<String> why) {
    static SampleView of(Rehearsal.Sample sample, Locale locale) {
      return new SampleView(
          sample.customer(),
          sample.name(),
          sample.address(),
          sample.arm(),
          sample.text(),
          sample.address().isEmpty()
              ? Optional.of(Messages.say("delivery.no-address", Map.of(), locale))
              : Optional.empty());
    }
  }

  /** One of the audience, and what a launch would do: REACHED, HELD_OUT, or why not. */
  public record PlannedView(long id, String name, String address, String fate, String text) {
    static PlannedView of(Rehearsal.Planned planned) {
      var person = planned.person();
      return new PlannedView(
          person.customer(), person.name(), person.address(), planned.fate().name(), person.text());
    }
  }

  private static long of(Rehearsal rehearsal, Fate fate) {
    return rehearsal.fates().getOrDefault(fate, 0L);
  }

  static CampaignRehearsalView of(Rehearsal rehearsal, Locale locale) {
    return new CampaignRehearsalView(
        rehearsal.audience(),
        rehearsal.treated(),
        rehearsal.control(),
        of(rehearsal, Fate.REACHED),
        of(rehearsal, Fate.NO_ADDRESS),
        of(rehearsal, Fate.NO_CONSENT),
        of(rehearsal, Fate.OPTED_OUT),
        of(rehearsal, Fate.CAPPED),
        CampaignForeseenView.of(rehearsal.foreseen()),
        rehearsal.enough(),
        rehearsal.cost(),
        rehearsal.sample().stream().map(s -> SampleView.of(s, locale)).toList());
  }
}
