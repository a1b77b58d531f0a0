package io.gongbi.source;

import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Definitions;

/** To which hosts the administrator lets this server speak. Thread-safe. */
public final class OutboundSettings {
  private final Catalog catalog;
  private final Definitions definitions;
  private final Authorship authors;

  public OutboundSettings(Catalog catalog, Definitions definitions, Authorship authors) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.authors = authors;
  }

  public AllowedHosts hosts() {
    return definitions
        .find(AllowedHosts.KIND, AllowedHosts.ID)
        .map(Definition::body)
        .orElse(AllowedHosts.NONE);
  }

  /** The last to speak is right, from the next call on. Throws what is wrong with them. */
  public AllowedHosts change(AllowedHosts hosts, Viewer by) {
    by.must(Right.ADMIN);
    hosts.check();
    return catalog.in(
        t -> {
          var next =
              definitions
                  .find(AllowedHosts.KIND, AllowedHosts.ID)
                  .map(d -> d.withBody(hosts).withOwner(by.user()))
                  .orElseGet(
                      () ->
                          Definition.fresh(AllowedHosts.ID, AllowedHosts.LABEL, by.user(), hosts));
          return authors.save(by, AllowedHosts.KIND, next).body();
        });
  }
}
