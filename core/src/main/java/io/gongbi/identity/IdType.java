package io.gongbi.identity;

import io.gongbi.catalog.Label;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.util.Arrays;
import java.util.Optional;

/**
 * The identifiers that bring records together. A phone means the same person wherever it was left;
 * an account number means something only inside the platform that gave it out: account 42 of the
 * shop and account 42 of the forum are two people until something else says otherwise. How far each
 * is believed is the company's choice: {@link IdRules}.
 */
public enum IdType {
  PHONE("phone", false),
  EMAIL("email", false),
  MEMBER_CARD("member_card", false),
  PLATFORM_ID("platform_id", true),
  /** Given out by one mini-program or official account: means nothing in another. */
  OPENID("openid", true),
  /** The same in everything under one open-platform account. */
  UNIONID("unionid", false),
  /** The phone or tablet on which somebody was seen. */
  DEVICE("device", false);

  private final String column;
  private final boolean ofItsSource;

  IdType(String column, boolean ofItsSource) {
    this.column = column;
    this.ofItsSource = ofItsSource;
  }

  /** Whether a source that gives it out gives everybody one. */
  boolean isIssued() {
    return switch (this) {
      case MEMBER_CARD, PLATFORM_ID, OPENID, UNIONID -> true;
      case PHONE, EMAIL, DEVICE -> false;
    };
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

  public Label label() {
    return new Standard().field(new FieldKey(Standard.CUSTOMER, column)).orElseThrow().label();
  }
}
