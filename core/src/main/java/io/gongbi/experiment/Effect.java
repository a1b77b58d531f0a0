package io.gongbi.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the treatment changed. 1,800 treated of whom 180 bought, 200 held back of whom 12 bought: 4
 * points more, between −0.4 and 6.9, so maybe nothing. Each part is empty when the data cannot
 * carry it, and the cautions say why.
 */
public record Effect(
    Outcome treated,
    Outcome control,
    Optional<Conversion> conversion,
    Optional<Revenue> revenue,
    Optional<SampleRatio> split,
    Optional<Interval> roi,
    List<Caution> cautions) {
  /** The smallest count of both kinds of people in an arm that is worth comparing. */
  public static final int FEWEST = 5;

  /**
   * Below this, with a control group a tenth of the whole and spending skewed as in shops, the 95 %
   * interval of revenue held the truth in 92 % of simulated campaigns or less, and promised gains
   * that were none.
   */
  public static final int FEWEST_BUYERS = 50;

  /**
   * Treated minus control in points, relative to control, in buyers among all who were treated, and
   * how likely by chance. 4 points more of 1,800 treated are 72 buyers more.
   */
  public record Conversion(
      Interval absolute, Optional<Interval> relative, Interval buyers, double pValue) {}

  /**
   * Treated minus control per head, the same for all who were treated, and how likely by chance.
   */
  public record Revenue(Interval perHead, Interval total, double pValue) {}

  public Effect {
    cautions = List.copyOf(cautions);
  }

  /**
   * @param split the arms against the plan; empty when they were not assigned here
   * @param open whether some people's conversion window still runs
   */
  public static Effect of(
      Outcome treated, Outcome control, Optional<SampleRatio> split, Outlay outlay, boolean open) {
    var conversion =
        treated
            .conversion()
            .flatMap(t -> control.conversion().map(c -> new TwoProportions(t, c)))
            .map(Effect::conversion);
    var revenue =
        treated
            .spending()
            .flatMap(t -> control.spending().map(c -> new TwoMeans(t, c)))
            .map(Effect::revenue);
    return new Effect(
        treated,
        control,
        conversion,
        revenue,
        split,
        revenue.flatMap(r -> outlay.roi(r.total())),
        cautions(treated, control, split, open));
  }

  /** Whether the difference in conversion rests on enough people to be shown as one. */
  public boolean enough() {
    return !cautions.contains(Caution.NO_CONTROL) && !cautions.contains(Caution.NOT_ENOUGH);
  }

  /** Whether the difference may be called an effect: somebody was held back, and the draw holds. */
  public boolean causal() {
    return !cautions.contains(Caution.NO_CONTROL) && !cautions.contains(Caution.SAMPLE_RATIO);
  }

  private static Conversion conversion(TwoProportions both) {
    var points = both.difference(Interval.USUAL_LEVEL);
    return new Conversion(
        points,
        both.relative(Interval.USUAL_LEVEL),
        points.times((double) both.treated().people()),
        both.pValue());
  }

  private static Revenue revenue(TwoMeans both) {
    var perHead = both.difference(Interval.USUAL_LEVEL);
    return new Revenue(perHead, perHead.times((double) both.treated().n()), both.pValue());
  }

  private static List<Caution> cautions(
      Outcome treated, Outcome control, Optional<SampleRatio> split, boolean open) {
    var cautions = new ArrayList<Caution>();
    if (control.people() == 0) cautions.add(Caution.NO_CONTROL);
    else if (thin(treated) || thin(control)) cautions.add(Caution.NOT_ENOUGH);
    else if (Math.min(treated.converted(), control.converted()) < FEWEST_BUYERS) {
      cautions.add(Caution.FEW_BUYERS);
    }
    if (split.isPresent() && split.get().alarm()) cautions.add(Caution.SAMPLE_RATIO);
    if (split.isEmpty() && control.people() > 0) cautions.add(Caution.UNKNOWN_SPLIT);
    if (open) cautions.add(Caution.OPEN_WINDOW);
    return cautions;
  }

  private static boolean thin(Outcome arm) {
    return Math.min(arm.converted(), arm.people() - arm.converted()) < FEWEST;
  }
}
