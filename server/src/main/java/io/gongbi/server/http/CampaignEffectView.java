package io.gongbi.server.http;

import io.gongbi.calendar.AsOf;
import io.gongbi.campaign.CampaignEffect;
import io.gongbi.experiment.Caution;
import io.gongbi.experiment.Interval;
import io.gongbi.fault.Messages;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a campaign changed. */
public record CampaignEffectView(
    LocalDate asOf,
    Optional<WindowView> window,
    KnowledgeView knowledge,
    List<ArmView> arms,
    Optional<ConversionView> conversion,
    Optional<RevenueView> revenue,
    Optional<SrmView> srm,
    BigDecimal cost,
    Optional<Interval> roi,
    boolean enough,
    List<CautionView> cautions,
    boolean causal,
    String sql) {
  /** {@code daysLeft}: whole or begun days from the as-of day until nobody can convert any more. */
  public record WindowView(Instant from, Instant until, boolean open, long daysLeft) {
    private static WindowView of(CampaignEffect.Window window, AsOf asOf) {
      long left =
          window.open() ? ChronoUnit.DAYS.between(asOf.day(), asOf.dayOf(window.until())) : 0;
      return new WindowView(window.from(), window.until(), window.open(), Math.max(left, 0));
    }
  }

  /** How far the imported orders reach: before the window, or only into it. */
  public record KnowledgeView(
      Optional<Instant> newestOrder, boolean endsBefore, boolean endsWithin) {}

  /** The plain counts of one arm; {@code rate} and {@code perHead} of all people in it. */
  public record ArmView(
      String arm,
      long people,
      long sent,
      long delivered,
      long converted,
      double rate,
      BigDecimal revenue,
      BigDecimal perHead) {
    private static ArmView of(CampaignEffect.ArmResult arm) {
      return new ArmView(
          arm.arm(),
          arm.people(),
          arm.sent(),
          arm.delivered(),
          arm.converted(),
          arm.people() == 0 ? 0 : 1.0 * arm.converted() / arm.people(),
          arm.revenue(),
          arm.people() == 0
              ? BigDecimal.ZERO
              : arm.revenue().divide(BigDecimal.valueOf(arm.people()), MathContext.DECIMAL64));
    }
  }

  /** Treated minus control in points, and relative to control. */
  public record ConversionView(Interval absolute, Optional<Interval> relative, double pValue) {}

  /** Treated minus control per head, and for all who were treated. */
  public record RevenueView(Interval perHead, Interval total, double pValue) {}

  /** Whether the arms are as large as they were planned. */
  public record SrmView(double pValue, boolean alarm) {}

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
        effect.conversion().map(c -> new ConversionView(c.absolute(), c.relative(), c.pValue())),
        effect.revenue().map(r -> new RevenueView(r.perHead(), r.total(), r.pValue())),
        effect.split().map(s -> new SrmView(s.pValue(), s.alarm())),
        result.cost(),
        effect.roi(),
        effect.enough(),
        effect.cautions().stream().map(c -> CautionView.of(c, locale)).toList(),
        effect.causal(),
        result.sql());
  }
}
