package io.gongbi.catalog;

/**
 * A write broke a rule that the table states, such as a key that may exist once. The transaction is
 * lost, on every engine; the caller reacts outside of it, or asks first, or writes with {@code on
 * conflict do nothing}.
 *
 * <p>Example: two people register the login name {@code lin} at once. The second transaction ends
 * in a {@code Violation} of kind UNIQUE, which {@code access} turns into "name is taken".
 */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Which sort of rule. */
  public enum Rule {
    /** A key or unique constraint: the row exists. */
    UNIQUE,
    /** A foreign key: what is named does not exist, or is still used. */
    REFERENCE,
    /** A column that must be filled. */
    FILLED,
    /** A check, or a value of the wrong type. */
    CHECK
  }

  private final Rule rule;

  Violation(Rule rule, String detail, Throwable cause) {
    super(rule + ": " + detail, cause);
    this.rule = rule;
  }

  public Rule rule() {
    return rule;
  }
}
