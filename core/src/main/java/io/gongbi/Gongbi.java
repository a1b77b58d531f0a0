package io.gongbi;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Gate;
import io.gongbi.access.OneTimeLinks;
import io.gongbi.access.Users;
import io.gongbi.catalog.Catalog;
import io.gongbi.identity.Identities;
import io.gongbi.profile.Profiles;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.Runs;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole product over one data folder, in reading order. Open it, use its concepts, close it; no
 * other process may have the folder open meanwhile.
 */
public final class Gongbi implements AutoCloseable {
  /** Every table of the warehouse that is declared in code, in the order of the house. */
  public static final List<TableSpec> TABLES =
      Stream.of(Refresher.TABLES, Identities.TABLES, Profiles.TABLES)
          .flatMap(List::stream)
          .toList();

  private static final List<Migration> WAREHOUSE_MIGRATIONS =
      Stream.of(Refresher.MIGRATIONS, Identities.MIGRATIONS).flatMap(List::stream).toList();

  private static final List<Migration> CATALOG_MIGRATIONS =
      Stream.of(Users.MIGRATIONS, Runs.MIGRATIONS).flatMap(List::stream).toList();

  private final Folder folder;
  private final Catalog catalog;
  private final Warehouse warehouse;
  private final Standard standard = new Standard();
  private final Gate gate;
  private final OneTimeLinks links;
  private final AuditTrail audit;
  private final Users users;
  private final Runs runs;

  private Gongbi(Folder folder, Catalog catalog, Warehouse warehouse) {
    this.folder = folder;
    this.catalog = catalog;
    this.warehouse = warehouse;
    this.gate = new Gate(warehouse);
    this.links = new OneTimeLinks(catalog);
    this.audit = new AuditTrail(catalog);
    this.users = new Users(catalog, links, audit);
    this.runs = new Runs(catalog, warehouse);
  }

  /**
   * Opens the folder, or makes one. Throws faults that an operator can act on: {@code
   * folder.in-use}, {@code folder.unusable}, {@code store.from-newer-version}, {@code
   * warehouse.damaged}, {@code catalog.damaged}.
   */
  public static Gongbi open(Path folder, Clock clock) {
    return open(folder, clock, DuckDbWarehouse.Settings.DEFAULT);
  }

  public static Gongbi open(Path path, Clock clock, DuckDbWarehouse.Settings settings) {
    var folder = Folder.hold(path);
    try {
      var catalog = Catalog.open(path.resolve("catalog.sqlite"), CATALOG_MIGRATIONS, clock);
      try {
        var warehouse = DuckDbWarehouse.open(path, TABLES, WAREHOUSE_MIGRATIONS, settings).locked();
        return new Gongbi(folder, catalog, warehouse);
      } catch (RuntimeException e) {
        catalog.close();
        throw e;
      }
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  public Catalog catalog() {
    return catalog;
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  public Standard standard() {
    return standard;
  }

  public Gate gate() {
    return gate;
  }

  public Users users() {
    return users;
  }

  public OneTimeLinks links() {
    return links;
  }

  public AuditTrail audit() {
    return audit;
  }

  public Runs runs() {
    return runs;
  }

  @Override
  public void close() {
    runs.close();
    warehouse.close();
    catalog.close();
    folder.close();
  }
}
