package io.gongbi.identity;

import io.gongbi.catalog.Label;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.util.Arrays;
import java.util.Optional;

/**
 * The identifiers that bring records together. A phone means the same person wherever it was left;
 * an account number means something only inside the platform that gave it out: account 42 of the
 * shop and account 42 of the forum are two people until something else says otherwise.
 */
public enum IdType {
  PHONE("phone", false, false),
  EMAIL("email", false, false),
  MEMBER_CARD("member_card", false, true),
  PLATFORM_ID("platform_id", true, true),
  /** Given out by one mini-program or official account: means nothing in another. */
  OPENID("openid", true, true),
  /** The same in everything under one open-platform account. */
  UNIONID("unionid", false, true);

  private final String column;
  private final boolean ofItsSource;
  private final boolean exclusive;

  IdType(String column, boolean ofItsSource, boolean exclusive) {
    this.column = column;
    this.ofItsSource = ofItsSource;
    this.exclusive = exclusive;
  }

  static Optional<IdType> find(String column) {
    return Arrays.stream(values()).filter(t -> t.column().equals(column)).findFirst();
  }

  /** The column of {@code quality.customer}, which is also the name of the type in tables. */
  public String column() {
    return column;
  }

  /** Whether values are compared within one source only. */
  public boolean isOfItsSource() {
    return ofItsSource;
  }

  /**
   * Whether a value is one person's for good. A phone is not: a household shares one, and a number
   * that was given up goes to a stranger.
   */
  boolean isExclusive() {
    return exclusive;
  }

  public Label label() {
    return new Standard().field(new FieldKey(Standard.CUSTOMER, column)).orElseThrow().label();
  }
}
