package io.gongbi;

import io.gongbi.access.Accounts;
import io.gongbi.access.Act;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.OneTimeLinks;
import io.gongbi.access.Users;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CompanySettings;
import io.gongbi.catalog.Definitions;
import io.gongbi.refresh.Recount;
import io.gongbi.refresh.Runs;
import io.gongbi.standard.CompanyFields;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Warehouse;
import java.time.ZoneId;

/**
 * What all else stands on: the two stores, what the company decided of itself, and who may see
 * what.
 */
final class Foundation {
  final Catalog catalog;
  final Warehouse warehouse;
  final Definitions definitions;
  final CompanySettings company;
  final AuditTrail audit;
  final CompanyFields companyFields;
  final Standard standard;
  final Authorship authors;
  final OneTimeLinks links;
  final Users users;
  final Gate gate;
  final Accounts accounts;
  final Runs runs;

  Foundation(Catalog catalog, Warehouse warehouse, Recount recount) {
    this.catalog = catalog;
    this.warehouse = warehouse;
    definitions = new Definitions(catalog);
    company = new CompanySettings(catalog, definitions);
    audit = new AuditTrail(catalog);
    companyFields =
        new CompanyFields(
            catalog,
            definitions,
            (by, field) -> audit.record(by, Act.DEFINED, field.id().toString(), field.label().zh()),
            recount::begin);
    standard = new Standard(companyFields::all);
    authors = new Authorship(catalog, definitions, audit);
    links = new OneTimeLinks(catalog);
    users = new Users(catalog, links, audit);
    gate = new Gate(warehouse);
    accounts = new Accounts(catalog, links, audit, gate::mustFit);
    runs = new Runs(catalog, warehouse);
  }

  ZoneId zone() {
    return company.company().zone();
  }
}
