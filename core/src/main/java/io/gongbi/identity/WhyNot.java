package io.gongbi.identity;

import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.standard.CustomerId;
import java.util.List;
import java.util.Optional;

/**
 * Why two are two, or one: all that is known of the one beside all that is known of the other. M1
 * 王芳 and u7 李丽 share a phone, 3 bits for one person; the names speak with 9 bits against it, and
 * under two names nobody is one person anyhow.
 *
 * @param bits the logarithm (base 2) of the odds that they are one person, nothing but what is said
 *     of them considered; none while no weights are learnt, and where a run would not compare them
 * @param before the part of it that speaks before anything is compared
 * @param two what they would most likely be if they were two
 * @param tied types of which they have a value in common that one person alone has
 * @param ignored values that they have in common and that say nothing, since too many have them
 */
public record WhyNot(
    CustomerId one,
    CustomerId other,
    Reason reason,
    Optional<Definition<Decision>> decision,
    Optional<Double> bits,
    Optional<Double> before,
    Optional<Label> two,
    List<Why.Trait> traits,
    List<IdType> tied,
    List<Ignored> ignored) {
  /** What settled it. The first that holds. */
  public enum Reason {
    /** They are one. */
    ONE,
    /** A person said so. */
    DECIDED,
    /** They are called otherwise: whatever they share, that is two people. */
    CALLED_OTHERWISE,
    /** A value of one person ties them, and another one, more trusted, keeps them apart. */
    CONTRADICTED,
    /** All that they share is shared by too many. */
    ONLY_IGNORED,
    /** They share nothing by which they would have been found and compared. */
    NEVER_COMPARED,
    /** No name, phone, mailbox or document is the same: the rest is not enough by itself. */
    NO_HOLD,
    /** All in all more speaks for two. */
    MORE_AGAINST,
    /** These two fit, and others of whom they are made do not. */
    OTHERS_AGAINST
  }

  /** A value that says nothing: how many records and names have it, where that was counted. */
  public record Ignored(Label what, Optional<Long> records, Optional<Long> names) {}

  public WhyNot {
    traits = List.copyOf(traits);
    tied = List.copyOf(tied);
    ignored = List.copyOf(ignored);
  }
}
