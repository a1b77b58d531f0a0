package io.gongbi.trait;

import io.gongbi.catalog.Label;
import io.gongbi.profile.Panel;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;

/**
 * What is said of a customer now, and since when: {@code tag/rfm}, {@code 111}, since 3 March. What
 * traits and their values are called is the vocabulary's to say.
 */
record TraitPanel() implements Panel {
  @Override
  public String id() {
    return "traits";
  }

  @Override
  public Label label() {
    return new Label("标签与人群", "Tags and segments");
  }

  @Override
  public Sql of(CustomerId customer) {
    return ChangeQuery.heldSince(customer);
  }
}
