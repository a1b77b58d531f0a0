package io.gongbi.catalog;

/** What the company said about itself. Thread-safe. */
public final class CompanySettings {
  private final Catalog catalog;
  private final Definitions definitions;

  public CompanySettings(Catalog catalog, Definitions definitions) {
    this.catalog = catalog;
    this.definitions = definitions;
  }

  public Company company() {
    return definitions.find(Company.KIND, Company.ID).map(Definition::body).orElse(Company.DEFAULT);
  }

  /** The last to speak is right: nobody edits a whole company side by side. */
  public Company change(Company company, UserId by) {
    return catalog.in(
        t -> {
          var before = definitions.find(Company.KIND, Company.ID);
          var next =
              before
                  .map(d -> d.withBody(company).withOwner(by))
                  .orElseGet(() -> Definition.fresh(Company.ID, Company.LABEL, by, company));
          return definitions.save(Company.KIND, next).body();
        });
  }
}
