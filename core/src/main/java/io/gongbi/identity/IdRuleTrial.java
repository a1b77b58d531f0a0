package io.gongbi.identity;

import io.gongbi.catalog.Label;
import io.gongbi.standard.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other {@link IdRules} would make of the records that there are. With every phone tying
 * alone, 张伟 and 李丽 of one phone would be one: of 3 customers 1 stays the same, 1 changes, 1 is
 * lost, 1 record moves. What is before adds up as same + changed + lost, what is after as same +
 * changed + gained.
 *
 * @param before the rules of the moment when it began
 * @param outcome nothing until the run has ended, or where it was stopped
 */
public record IdRuleTrial(IdRules before, IdRules after, Optional<Outcome> outcome) {
  /**
   * @param parted customers of before whose records would be several customers'
   * @param joined customers of after who would have records of several
   */
  public record Outcome(Totals totals, Values values, List<Example> parted, List<Example> joined) {
    public Outcome {
      parted = List.copyOf(parted);
      joined = List.copyOf(joined);
    }
  }

  /**
   * @param same customers whose records stay the same
   * @param changed those who keep their id with other records
   * @param moved records that would be another customer's
   * @param largestBefore records of the largest customer
   */
  public record Totals(
      long records,
      long moved,
      long before,
      long after,
      long same,
      long changed,
      long lost,
      long gained,
      long parted,
      long joined,
      long largestBefore,
      long largestAfter) {}

  /**
   * Values that mean nobody: too many hold them, or others contradict them.
   *
   * @param gained by type, how many more there would be
   * @param lost by type, how many would mean somebody again
   */
  public record Values(Map<IdType, Long> gained, Map<IdType, Long> lost, long contradicted) {
    public Values {
      gained = Map.copyOf(gained);
      lost = Map.copyOf(lost);
    }
  }

  /**
   * One customer, and the parts into which it would fall or of which it would be made.
   *
   * @param parts the largest of them
   * @param of how many there are
   */
  public record Example(
      CustomerId customer, long records, List<Part> parts, long of, List<Reason> reasons) {
    public Example {
      parts = List.copyOf(parts);
      reasons = List.copyOf(reasons);
    }
  }

  /** Some records of a part, and how many it has. */
  public record Part(CustomerId customer, long records, List<Called> some) {
    public Part {
      some = List.copyOf(some);
    }
  }

  /** A record, and what it calls its customer. */
  public record Called(RecordRef record, Optional<String> name) {}

  /** Why parts would be one no longer, or would be one. */
  public enum Because {
    /** Such a value is one person's. */
    TIED,
    /** They hold one value, which is a hint and no more. */
    HINT,
    /** Such values are not used. */
    OFF,
    /** Too many hold the value. */
    GENERIC,
    /** A more trusted identifier speaks against the value. */
    CONTRADICTED,
    /** What they have in common, weighed together. */
    ALIKE
  }

  /**
   * @param one a record that has the value, or is alike
   * @param value as the viewer may see it
   * @param alike what is in common
   */
  public record Reason(
      Because because,
      Optional<IdType> type,
      RecordRef one,
      Optional<String> value,
      List<Label> alike) {
    public Reason {
      alike = List.copyOf(alike);
    }
  }
}
