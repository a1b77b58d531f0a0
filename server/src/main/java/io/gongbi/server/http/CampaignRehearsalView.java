package io.gongbi.server.http;

import io.gongbi.campaign.Fate;
import io.gongbi.campaign.Rehearsal;
import io.gongbi.fault.Messages;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a launch would do. {@code fates}: how many meet which, together the audience. {@code
 * enough}: whether these groups can show what is worth knowing. {@code billed}: parts of messages,
 * {@code bills} added up.
 */
public record CampaignRehearsalView(
    long audience,
    long treated,
    long control,
    long reached,
    Map<String, Long> fates,
    CampaignForeseenView foreseen,
    boolean enough,
    List<BillView> bills,
    long billed,
    Optional<BigDecimal> cost,
    List<SampleView> sample) {
  /** How many people are billed for so many parts of a message. */
  public record BillView(int parts, long people) {}

  /**
   * The message as one customer would read it; {@code why} it cannot reach them; {@code parts} of a
   * message that are billed; {@code pick}: LONGEST, LACKING or USUAL.
   */
  public record SampleView(
      long id,
      String name,
      String address,
      String arm,
      String text,
      int parts,
      String pick,
      Optional<String> why) {
    static SampleView of(Rehearsal.Sample sample, Locale locale) {
      return new SampleView(
          sample.customer(),
          sample.name(),
          sample.address(),
          sample.arm(),
          sample.text(),
          sample.parts(),
          sample.pick().name(),
          why(sample).map(code -> Messages.say(code, Map.of(), locale)));
    }

    private static Optional<String> why(Rehearsal.Sample sample) {
      if (sample.address().isEmpty()) return Optional.of("delivery.no-address");
      return sample.complete() ? Optional.empty() : Optional.of("delivery.incomplete");
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

  static CampaignRehearsalView of(Rehearsal rehearsal, Locale locale) {
    return new CampaignRehearsalView(
        rehearsal.audience(),
        rehearsal.treated(),
        rehearsal.control(),
        rehearsal.fates().getOrDefault(Fate.REACHED, 0L),
        Arrays.stream(Fate.values())
            .collect(Collectors.toMap(Fate::name, f -> rehearsal.fates().getOrDefault(f, 0L))),
        CampaignForeseenView.of(rehearsal.foreseen()),
        rehearsal.enough(),
        rehearsal.bills().entrySet().stream()
            .map(e -> new BillView(e.getKey(), e.getValue()))
            .sorted(Comparator.comparing(BillView::parts))
            .toList(),
        rehearsal.bills().entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum(),
        rehearsal.cost(),
        rehearsal.sample().stream().map(s -> SampleView.of(s, locale)).toList());
  }
}
