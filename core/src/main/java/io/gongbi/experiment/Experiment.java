package io.gongbi.experiment;

import io.gongbi.standard.CustomerId;
import java.util.HashSet;
import java.util.List;

/**
 * Who gets what, so that the difference can be blamed on it. The salt makes this experiment's draw
 * independent of every other's; it is chosen once and never changed, and so are the arms' order and
 * shares once the first customer has entered. A campaign that holds back 10 % has the arms control
 * 100 ‰ and treated 900 ‰: of 2,000 customers about 200 are left alone.
 */
public record Experiment(ExperimentId id, String salt, List<Arm> arms) {
  public static final String CONTROL = "control";
  public static final String TREATED = "treated";

  /** One way of being treated, and its share of the customers in thousandths. */
  public record Arm(String name, int perMille, boolean control) {
    public Arm {
      if (name.isBlank()) throw new IllegalArgumentException("an arm has a name");
      if (perMille < 0 || perMille > 1000) {
        throw new IllegalArgumentException(name + ": " + perMille + " per mille");
      }
    }
  }

  public Experiment {
    arms = List.copyOf(arms);
    if (salt.isBlank()) throw new IllegalArgumentException("an experiment has a salt");
    var names = new HashSet<String>();
    for (var arm : arms) {
      if (!names.add(arm.name())) throw new IllegalArgumentException("two arms " + arm.name());
    }
    var whole = arms.stream().mapToInt(Arm::perMille).sum();
    if (whole != 1000) throw new IllegalArgumentException("arms make " + whole + " per mille");
    if (arms.stream().filter(Arm::control).count() != 1) {
      throw new IllegalArgumentException("one arm, and only one, is the control group");
    }
  }

  /**
   * Treated against control. The control arm comes first, so a larger share later keeps everybody
   * who is already held back.
   */
  public static Experiment heldBack(ExperimentId id, String salt, int controlPerMille) {
    return new Experiment(
        id,
        salt,
        List.of(
            new Arm(CONTROL, controlPerMille, true),
            new Arm(TREATED, 1000 - controlPerMille, false)));
  }

  /**
   * Pure: same customer, same salt, same arm, on every engine and after every restart. {@link
   * ArmQuery} says the same in SQL.
   */
  public Arm armOf(CustomerId customer) {
    var draw = Draw.of(salt, customer);
    var reached = 0;
    for (var arm : arms) {
      reached += arm.perMille();
      if (draw < Draw.bound(reached)) return arm;
    }
    throw new IllegalStateException("arms of " + id + " do not fill the whole");
  }
}
