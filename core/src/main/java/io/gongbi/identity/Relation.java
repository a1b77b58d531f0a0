package io.gongbi.identity;

import io.gongbi.catalog.Label;
import io.gongbi.standard.CustomerId;
import java.util.List;

/**
 * Two customers who are two and have to do with each other: 张伟 and 李丽 have one phone and one door,
 * a household; seven people of seven names have one landline, a company. Nobody is merged by it.
 *
 * @param other who it is, seen from the customer who was asked for
 * @param shares what both have, the most telling first
 * @param holders how many customers have the least common of it, both included
 */
public record Relation(
    CustomerId other,
    Kind kind,
    List<Shared> shares,
    long holders,
    boolean sameSurname,
    boolean sure) {
  public Relation {
    shares = List.copyOf(shares);
  }

  /** What two customers are to each other. */
  public enum Kind {
    /** A phone, mailbox or door that a few people of other names have. */
    HOUSEHOLD,
    /** An employer, or a phone or door of more people than live together. */
    COMPANY,
    /** A phone or tablet, and nothing else. */
    DEVICE
  }

  /** What both have. */
  public enum Shared {
    DOOR("door", new Label("住址", "Address")),
    PHONE("phone", new Label("手机号", "Phone")),
    EMAIL("email", new Label("邮箱", "E-mail")),
    LANDLINE("landline", new Label("座机", "Landline")),
    COMPANY("company", new Label("工作单位", "Employer")),
    DEVICE("device", new Label("设备", "Device"));

    private final String column;

    // A label is two strings; its record has nothing to be marked with.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Label label;

    Shared(String column, Label label) {
      this.column = column;
      this.label = label;
    }

    String column() {
      return column;
    }

    public Label label() {
      return label;
    }
  }
}
