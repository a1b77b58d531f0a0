package io.gongbi.campaign;

import io.gongbi.experiment.Power;
import io.gongbi.experiment.Sizing;
import java.util.OptionalDouble;

/**
 * What a launch could be expected to show, written down before anybody knew the result. Of 4,196
 * people one window before, 3.9 % bought; a rise of 1.0 point was worth knowing of; with 3,036
 * against 1,302 people 1.9 points could be found, so it was launched {@code knowingly}.
 *
 * @param history the people whose past the {@code base} is told from; 0 when there were none
 * @param detectable the smallest rise found four times out of five; empty when none would be
 * @param knowingly whether somebody accepted that less than what is worth knowing can be seen
 */
public record Foreseen(
    Goal.Metric metric,
    long history,
    double base,
    double worth,
    OptionalDouble detectable,
    Power power,
    boolean knowingly) {

  /** Without any history nothing can be foreseen. */
  static Foreseen blind(Goal goal, boolean knowingly) {
    return new Foreseen(
        goal.metric(),
        0,
        0,
        goal.worth().map(w -> w.doubleValue()).orElse(0.0),
        OptionalDouble.empty(),
        Power.USUAL,
        knowingly);
  }

  static Foreseen of(Goal goal, Sizing sizing, long treated, long control, boolean knowingly) {
    return new Foreseen(
        goal.metric(),
        sizing.base().people(),
        sizing.base().level(),
        sizing.worth(),
        sizing.base().detectable(sizing.power(), treated, control),
        sizing.power(),
        knowingly);
  }
}
