package io.gongbi.quality;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Faults;
import java.util.List;
import java.util.Map;

/**
 * From where on a falling score is told, and to whom. A fall of five points and more, of shares of
 * at least fifty rows each, is told to Chen: of five rows a single one is twenty points, and says
 * nothing.
 *
 * @param points out of a hundred
 * @param least rows or values that both shares must be of
 * @param told beside the owner of the source; where nobody is named, whoever may define
 */
public record FallAlarm(int points, int least, List<UserId> told) {
  static final Kind<FallAlarm> KIND = Kind.of("fallalarm", FallAlarm.class, List.of());
  static final DefinitionId ID = KIND.id("score");
  static final Label LABEL = new Label("质量下降提醒", "Alarm on falling quality");

  /** What holds until somebody says otherwise. */
  public static final FallAlarm USUAL = new FallAlarm(5, 50, List.of());

  private static final int FEWEST = 20;
  private static final int MOST = 1_000_000;

  public FallAlarm {
    told = List.copyOf(told);
  }

  /** Throws {@code quality.fall-points} and {@code quality.fall-least}. */
  void check() {
    var faults = new Faults();
    if (points < 1 || points > 100) faults.bad("quality.fall-points", "points", Map.of());
    if (least < FEWEST || least > MOST)
      faults.bad("quality.fall-least", "least", Map.of("least", Integer.toString(FEWEST)));
    faults.throwIfAny();
  }
}
