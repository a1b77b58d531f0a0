package io.gongbi.catalog;

/** Somebody who logs in; never a customer. */
public record UserId(String value) {
  /** The product itself, where no person acts: scheduled runs, the first start. */
  public static final UserId SYSTEM = new UserId("system");

  public UserId {
    if (value.isBlank()) throw new IllegalArgumentException("a user id needs characters");
  }
}
