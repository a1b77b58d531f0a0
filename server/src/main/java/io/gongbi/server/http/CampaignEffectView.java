package io.gongbi.server.http;

import io.gongbi.calendar.AsOf;
import io.gongbi.campaign.CampaignEffect;
import io.gongbi.experiment.Caution;
import io.gongbi.experiment.Experiment;
import io.gongbi.experiment.Interval;
import io.gongbi.fault.Messages;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a campaign changed. */
public record CampaignEffectView(
    LocalDate asOf,
    Optional<WindowView> window,
    KnowledgeView knowledge,
    List<ArmView> arms,
    Optional<ConversionView> conversion,
    Optional<RevenueView> revenue,
    Optional<SrmView> srm,
    Optional<BigDecimal> cost,
    Optional<Interval> roi,
    boolean enough,
    List<CautionView> cautions,
    boolean causal,
    String goal,
    Optional<CampaignForeseenView> foreseen,
    Optional<BalanceView> balance,
    List<DayView> days,
    String sql) {
  /**
   * {@code daysLeft}: whole or begun days from the as-of day until nobody can convert any more;
   * {@code day}: the day of observation that runs, 3 of 7, or the last.
   */
  public record WindowView(Instant from, Instant until, boolean open, long daysLeft, long day) {
    private static WindowView of(CampaignEffect.Window window, AsOf asOf) {
      long left =
          window.open() ? ChronoUnit.DAYS.between(asOf.day(), asOf.dayOf(window.until())) : 0;
      var until = asOf.instant().isBefore(window.until()) ? asOf.instant() : window.until();
      long passed = Duration.between(window.from(), until).toDays();
      long whole = Duration.between(window.from(), window.until()).toDays();
      return new WindowView(
          window.from(),
          window.until(),
          window.open(),
          Math.max(left, 0),
          Math.clamp(window.open() ? passed + 1 : whole, 1, Math.max(whole, 1)));
    }
  }

  /** How far the imported orders reach: before the window, or only into it. */
  public record KnowledgeView(
      Optional<Instant> newestOrder, boolean endsBefore, boolean endsWithin) {}

  /**
   * The plain counts of one arm; {@code rate} and {@code perHead} of all people in it. {@code
   * reached}: delivered ÷ people (触达率); {@code arrived}: delivered ÷ sent (到达率); both are absent as
   * long as no receipt has come back. {@code uncertain}: of whom nobody knows whether it was sent.
   * {@code optedOut} answered that they want no more, {@code optedOutRate} of those it reached.
   */
  public record ArmView(
      String arm,
      long people,
      long sent,
      long delivered,
      long uncertain,
      long optedOut,
      Optional<Double> optedOutRate,
      Optional<Double> reached,
      Optional<Double> arrived,
      long converted,
      long orders,
      double rate,
      BigDecimal revenue,
      BigDecimal perHead) {
    private static ArmView of(CampaignEffect.ArmResult arm) {
      boolean told = arm.delivered() + arm.failed() > 0;
      return new ArmView(
          arm.arm(),
          arm.people(),
          arm.sent(),
          arm.delivered(),
          arm.uncertain(),
          arm.optedOut(),
          told && arm.delivered() > 0
              ? Optional.of(1.0 * arm.optedOut() / arm.delivered())
              : Optional.empty(),
          told ? Optional.of(1.0 * arm.delivered() / arm.people()) : Optional.empty(),
          told ? Optional.of(1.0 * arm.delivered() / arm.sent()) : Optional.empty(),
          arm.converted(),
          arm.orders(),
          arm.people() == 0 ? 0 : 1.0 * arm.converted() / arm.people(),
          arm.revenue(),
          arm.people() == 0
              ? BigDecimal.ZERO
              : arm.revenue().divide(BigDecimal.valueOf(arm.people()), MathContext.DECIMAL64));
    }
  }

  /** Treated minus control in points, relative to control, and in buyers among the treated. */
  public record ConversionView(
      Interval absolute, Optional<Interval> relative, Interval buyers, double pValue) {}

  /** Treated minus control per head, and for all who were treated. */
  public record RevenueView(Interval perHead, Interval total, double pValue) {}

  /** Whether the arms are as large as they were planned. */
  public record SrmView(double pValue, boolean alarm) {}

  /** Whether the groups set out alike: the shares that bought in so many days before. */
  public record BalanceView(
      int days, double treated, double control, double pValue, boolean alarm) {}

  /**
   * One day, counted from each one's entry: day 0 is the first 24 hours. Orders of a thousand
   * people on it, and the share who have ordered since they entered; control is absent when nobody
   * was held back.
   */
  public record DayView(int nth, PaceView treated, Optional<PaceView> control) {}

  /** How one arm did on one day. */
  public record PaceView(long orders, double ordersPerThousand, double converted) {
    private static PaceView of(CampaignEffect.Day day) {
      return new PaceView(day.orders(), day.ordersPerThousand(), day.converted());
    }
  }

  private static List<DayView> days(List<CampaignEffect.Day> days) {
    var control =
        days.stream()
            .filter(d -> d.arm().equals(Experiment.CONTROL))
            .collect(Collectors.toMap(CampaignEffect.Day::nth, PaceView::of));
    return days.stream()
        .filter(d -> d.arm().equals(Experiment.TREATED))
        .map(d -> new DayView(d.nth(), PaceView.of(d), Optional.ofNullable(control.get(d.nth()))))
        .toList();
  }

  /** Why to read it with care. */
  public record CautionView(String code, String message) {
    private static CautionView of(Caution caution, Locale locale) {
      return new CautionView(caution.code(), Messages.say(caution.code(), caution.words(), locale));
    }
  }

  static CampaignEffectView of(CampaignEffect result, Locale locale) {
    var effect = result.effect();
    var knowledge = result.knowledge();
    return new CampaignEffectView(
        result.asOf().day(),
        result.window().map(w -> WindowView.of(w, result.asOf())),
        new KnowledgeView(knowledge.newestOrder(), knowledge.endsBefore(), knowledge.endsWithin()),
        result.arms().stream().map(ArmView::of).toList(),
        effect
            .conversion()
            .map(c -> new ConversionView(c.absolute(), c.relative(), c.buyers(), c.pValue())),
        effect.revenue().map(r -> new RevenueView(r.perHead(), r.total(), r.pValue())),
        effect.split().map(s -> new SrmView(s.pValue(), s.alarm())),
        result.cost(),
        effect.roi(),
        effect.enough(),
        effect.cautions().stream().map(c -> CautionView.of(c, locale)).toList(),
        effect.causal(),
        result.goal().name(),
        result.foreseen().map(CampaignForeseenView::of),
        result
            .balance()
            .map(b -> new BalanceView(b.days(), b.treated(), b.control(), b.pValue(), b.alarm())),
        days(result.days()),
        result.sql());
  }
}
