package io.gongbi.catalog;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * The company whose customers these are; one per data folder. Days begin in its zone, amounts are
 * in its currency: an order paid at 2026-01-31T17:00Z belongs to 1 February in Shanghai.
 *
 * @param name empty until somebody gives it
 */
public record Company(String name, ZoneId zone, Currency currency) {
  /** What holds until somebody says otherwise. */
  public static final Company DEFAULT =
      new Company("", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"));

  public static final Kind<Company> KIND = Kind.of("company", Company.class, List.of());

  static final DefinitionId ID = KIND.id("company");
  static final Label LABEL = new Label("公司", "Company");
}
