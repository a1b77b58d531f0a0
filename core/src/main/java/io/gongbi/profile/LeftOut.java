package io.gongbi.profile;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which confirmed cards figures leave out. What such a card bought is the shop's revenue still, but
 * of nobody known; the customer is in no tag and no segment by rule. Twelve clerks' cards of 60,000
 * in sum among 1,000 buyers of 312,000: without them spend per buyer is 252,000 ÷ 988 = 255 instead
 * of 312. Suspected ones stay in until somebody has asked.
 */
public record LeftOut(boolean shared, boolean staff, boolean reseller) {
  public static final LeftOut ALL = new LeftOut(true, true, true);

  static final Kind<LeftOut> KIND = Kind.of("figures", LeftOut.class, List.of());
  static final DefinitionId ID = KIND.id("cards");
  static final Label LABEL = new Label("统计口径：共用卡", "Figures: shared cards");

  Set<CardVerdict.Verdict> verdicts() {
    return Stream.of(CardVerdict.Verdict.values()).filter(this::has).collect(Collectors.toSet());
  }

  private boolean has(CardVerdict.Verdict verdict) {
    return switch (verdict) {
      case SHARED -> shared;
      case STAFF -> staff;
      case RESELLER -> reseller;
      case OWN, UNDECIDED -> false;
    };
  }
}
