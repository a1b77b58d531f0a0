package io.gongbi;

import io.gongbi.access.Accounts;
import io.gongbi.access.Act;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.OneTimeLinks;
import io.gongbi.access.Users;
import io.gongbi.calendar.AsOf;
import io.gongbi.campaign.Campaigns;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CompanySettings;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.SealingKey;
import io.gongbi.catalog.Secrets;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.Channel;
import io.gongbi.channel.Connections;
import io.gongbi.condition.Conditions;
import io.gongbi.dashboard.Boards;
import io.gongbi.dashboard.Reports;
import io.gongbi.delivery.Callbacks;
import io.gongbi.delivery.ChannelDays;
import io.gongbi.delivery.Deliveries;
import io.gongbi.delivery.Ledger;
import io.gongbi.delivery.OptOuts;
import io.gongbi.delivery.Replies;
import io.gongbi.delivery.SendingSettings;
import io.gongbi.delivery.TrialMessages;
import io.gongbi.identity.Identities;
import io.gongbi.identity.LimitSettings;
import io.gongbi.insight.Insights;
import io.gongbi.profile.Cards;
import io.gongbi.profile.ListViews;
import io.gongbi.profile.Profiles;
import io.gongbi.quality.CleanTables;
import io.gongbi.quality.Cleaning;
import io.gongbi.quality.Corrections;
import io.gongbi.quality.Dismissals;
import io.gongbi.quality.Quality;
import io.gongbi.quality.Rehearsal;
import io.gongbi.quality.Rules;
import io.gongbi.quality.Scores;
import io.gongbi.quality.Trials;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.Runs;
import io.gongbi.refresh.Step;
import io.gongbi.segment.Segments;
import io.gongbi.source.ImportLog;
import io.gongbi.source.Imports;
import io.gongbi.source.Landing;
import io.gongbi.source.Mappings;
import io.gongbi.source.Outbound;
import io.gongbi.source.OutboundSettings;
import io.gongbi.source.Sources;
import io.gongbi.source.Uploads;
import io.gongbi.standard.CompanyFields;
import io.gongbi.standard.Standard;
import io.gongbi.tag.Tags;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole product over one data folder, in reading order: what lands, what is clean, who is who,
 * what is said of them, what is done with it. Open it, use its concepts, close it; no other process
 * may have the folder open meanwhile.
 */
public final class Gongbi implements AutoCloseable {
  private static final long MOST_UPLOADED = 8L << 30;

  /** Every table of the warehouse that is declared in code, in the order of the house. */
  public static final List<TableSpec> TABLES = tables(new Standard());

  private static final List<Migration> WAREHOUSE_MIGRATIONS =
      Stream.of(
              Refresher.MIGRATIONS,
              Sources.MIGRATIONS,
              Scores.MIGRATIONS,
              Identities.MIGRATIONS,
              Traits.MIGRATIONS,
              Segments.MIGRATIONS,
              Campaigns.MIGRATIONS)
          .flatMap(List::stream)
          .toList();

  private static final List<Migration> CATALOG_MIGRATIONS =
      Stream.of(
              Users.MIGRATIONS,
              Runs.MIGRATIONS,
              ImportLog.MIGRATIONS,
              Ledger.MIGRATIONS,
              Campaigns.CATALOG_MIGRATIONS)
          .flatMap(List::stream)
          .toList();

  /** The same, with the columns of fields that a company added. */
  private static List<TableSpec> tables(Standard standard) {
    return Stream.of(
            Refresher.TABLES,
            Sources.TABLES,
            CleanTables.of(standard),
            Scores.TABLES,
            Identities.TABLES,
            Profiles.of(standard),
            Traits.TABLES,
            Segments.TABLES,
            Deliveries.TABLES,
            Campaigns.TABLES)
        .flatMap(List::stream)
        .toList();
  }

  private final Folder folder;
  private final Catalog catalog;
  private final Warehouse warehouse;
  private final Definitions definitions;
  private final CompanySettings company;
  private final CompanyFields companyFields;
  private final Standard standard;
  private final AuditTrail audit;
  private final OneTimeLinks links;
  private final Users users;
  private final Gate gate;
  private final Accounts accounts;
  private final Runs runs;
  private final Uploads uploads;
  private final Landing landing;
  private final Mappings mappings;
  private final Rules rules;
  private final Corrections corrections;
  private final Cleaning cleaning;
  private final Dismissals dismissals;
  private final Quality quality;
  private final Scores scores;
  private final Trials trials;
  private final Rehearsal rehearsal;
  private final ImportLog importLog;
  private final Imports imports;
  private final LimitSettings limits;
  private final Identities identities;
  private final Profiles profiles;
  private final ListViews listViews;
  private final Cards cards;
  private final Traits traits;
  private final Conditions conditions;
  private final Tags tags;
  private final Segments segments;
  private final Insights insights;
  private final Boards boards;
  private final Reports reports;
  private final OutboundSettings outbound;
  private final Connections connections;
  private final Deliveries deliveries;
  private final TrialMessages trialMessages;
  private final Callbacks callbacks;
  private final ChannelDays channelDays;
  private final OptOuts optOuts;
  private final Replies replies;
  private final Campaigns campaigns;
  private final Refresher refresher;

  private Gongbi(Path path, Folder folder, Catalog catalog, Warehouse warehouse, Clock clock) {
    this.folder = folder;
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
            this::recount);
    standard = new Standard(companyFields::all);
    var authors = new Authorship(catalog, definitions, audit);
    links = new OneTimeLinks(catalog);
    users = new Users(catalog, links, audit);
    gate = new Gate(warehouse);
    accounts = new Accounts(catalog, links, audit, gate::mustFit);
    runs = new Runs(catalog, warehouse);
    uploads = new Uploads(path.resolve("uploads"), MOST_UPLOADED, clock);
    landing = new Landing(warehouse, path.resolve("incoming"), clock);
    mappings = new Mappings(definitions);
    importLog = new ImportLog(catalog);
    rules = new Rules(definitions, authors, warehouse, standard, this::recount);
    corrections =
        new Corrections(
            definitions, authors, warehouse, gate, this::recount, () -> company.company().zone());
    cleaning = new Cleaning(mappings::all, rules::inForce, corrections::inForce, standard, clock);
    dismissals = new Dismissals(definitions, authors, warehouse, gate);
    quality = new Quality(warehouse, gate, dismissals::inForce);
    scores = new Scores(warehouse, gate);
    trials = new Trials(warehouse, gate, cleaning, rules, standard, () -> company.company().zone());
    rehearsal = new Rehearsal(warehouse, standard);
    limits = new LimitSettings(catalog, definitions, audit, this::recount);
    identities = new Identities(warehouse, gate, limits::limits, clock);
    profiles =
        new Profiles(
            warehouse,
            gate,
            identities,
            clock,
            () -> company.company().zone(),
            List.of(),
            standard);
    listViews = new ListViews(definitions, authors);
    cards = new Cards(warehouse, gate, definitions, authors, this::recount);
    traits = new Traits(warehouse);
    gate.figuresAre(ask -> cards.layer(ask, Set.of(Traits.HELD)));
    traits.rulesAre(ask -> cards.layer(ask, Set.of()));
    profiles.contribute(traits.panel());
    conditions = new Conditions(warehouse, traits, standard);
    refresher =
        new Refresher(warehouse, landing.landed(), this::steps, profiles::asOf, Profiles.DATES);
    tags =
        new Tags(
            warehouse,
            definitions,
            authors,
            traits,
            conditions,
            gate,
            this::recount,
            profiles::asOf);
    tags.ship();
    segments =
        new Segments(
            warehouse,
            definitions,
            authors,
            traits,
            conditions,
            gate,
            this::recount,
            profiles::asOf);
    insights = new Insights(warehouse, gate, conditions, traits);
    boards = new Boards(catalog, definitions, authors, warehouse, gate, insights);
    reports = new Reports(warehouse, gate, conditions, traits);
    outbound = new OutboundSettings(catalog, definitions, authors);
    connections =
        new Connections(
            catalog,
            definitions,
            authors,
            new Secrets(catalog, SealingKey.of(path, System.getenv())),
            new Outbound(outbound::hosts),
            ServiceLoader.load(Channel.class).stream().map(ServiceLoader.Provider::get).toList());
    var sending = new SendingSettings(catalog, definitions, company);
    deliveries = new Deliveries(catalog, sending, path.resolve("outbox"), connections);
    optOuts = new OptOuts(catalog, audit, warehouse);
    replies = new Replies(catalog, warehouse, gate);
    refresher.afterwards(replies::hear);
    trialMessages = new TrialMessages(catalog, sending, connections, optOuts, audit);
    callbacks = new Callbacks(catalog, deliveries, company);
    channelDays = new ChannelDays(catalog, company);
    profiles.contribute(deliveries.panel());
    campaigns =
        new Campaigns(
            warehouse,
            catalog,
            definitions,
            authors,
            audit,
            gate,
            segments,
            deliveries,
            optOuts,
            runs,
            refresher);
    imports = new Imports(landing, mappings, uploads, importLog, runs, refresher, clock);
    refresher.mustFitItsFeed();
    deliveries.mustFitItsFeed(warehouse);
  }

  /**
   * Opens the folder, or makes one. Throws faults that an operator can act on: {@code
   * folder.in-use}, {@code folder.unusable}, {@code store.from-newer-version}, {@code
   * store.reader-ahead}, {@code warehouse.damaged}, {@code catalog.damaged}.
   */
  public static Gongbi open(Path folder, Clock clock) {
    return open(folder, clock, DuckDbWarehouse.Settings.DEFAULT);
  }

  public static Gongbi open(Path path, Clock clock, DuckDbWarehouse.Settings settings) {
    var folder = Folder.hold(path);
    try {
      var catalog = Catalog.open(path.resolve("catalog.sqlite"), CATALOG_MIGRATIONS, clock);
      try {
        var fields =
            new CompanyFields(
                catalog, new Definitions(catalog), (by, field) -> {}, (by, what) -> {});
        var tables = tables(new Standard(fields::all));
        var warehouse = DuckDbWarehouse.open(path, tables, WAREHOUSE_MIGRATIONS, settings).locked();
        try {
          return new Gongbi(path, folder, catalog, warehouse, clock);
        } catch (RuntimeException e) {
          warehouse.close();
          throw e;
        }
      } catch (RuntimeException e) {
        catalog.close();
        throw e;
      }
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** Everything that follows from landed rows, asked anew at each refresh. */
  private List<Step> steps() {
    return Stream.of(
            cleaning.steps(),
            identities.steps(),
            profiles.steps(),
            cards.steps(),
            traits.steps(),
            tags.steps(),
            segments.steps(),
            deliveries.steps())
        .flatMap(List::stream)
        .toList();
  }

  /** A saved definition is one more step that is due, and mostly the only one. */
  private void recount(UserId by, Label what) {
    runs.begin(
        by,
        Run.Kind.REFRESH,
        what,
        (run, progress) -> {
          var report = refresher.refresh(run, catalog.now(), false, progress);
          return Map.of("steps", Integer.toString(report.ran().size()));
        });
  }

  /** The moment that answers are true for: now, or the end of the data when it has stopped. */
  public AsOf asOf() {
    return profiles.asOf();
  }

  public Catalog catalog() {
    return catalog;
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  public Definitions definitions() {
    return definitions;
  }

  public CompanySettings company() {
    return company;
  }

  public CompanyFields companyFields() {
    return companyFields;
  }

  public Standard standard() {
    return standard;
  }

  public AuditTrail audit() {
    return audit;
  }

  public OneTimeLinks links() {
    return links;
  }

  public Users users() {
    return users;
  }

  public Accounts accounts() {
    return accounts;
  }

  public Gate gate() {
    return gate;
  }

  public Runs runs() {
    return runs;
  }

  public Refresher refresher() {
    return refresher;
  }

  public Uploads uploads() {
    return uploads;
  }

  public Landing landing() {
    return landing;
  }

  public Mappings mappings() {
    return mappings;
  }

  public Cleaning cleaning() {
    return cleaning;
  }

  public Rules rules() {
    return rules;
  }

  public Corrections corrections() {
    return corrections;
  }

  public Trials trials() {
    return trials;
  }

  public Scores scores() {
    return scores;
  }

  public Dismissals dismissals() {
    return dismissals;
  }

  public Quality quality() {
    return quality;
  }

  public Rehearsal rehearsal() {
    return rehearsal;
  }

  public ImportLog importLog() {
    return importLog;
  }

  public Imports imports() {
    return imports;
  }

  public LimitSettings identityLimits() {
    return limits;
  }

  public Identities identities() {
    return identities;
  }

  public ListViews listViews() {
    return listViews;
  }

  public Profiles profiles() {
    return profiles;
  }

  public Cards cards() {
    return cards;
  }

  public Traits traits() {
    return traits;
  }

  public Conditions conditions() {
    return conditions;
  }

  public Tags tags() {
    return tags;
  }

  public Insights insights() {
    return insights;
  }

  public Boards boards() {
    return boards;
  }

  public Reports reports() {
    return reports;
  }

  public Segments segments() {
    return segments;
  }

  public Replies replies() {
    return replies;
  }

  public OptOuts optOuts() {
    return optOuts;
  }

  public OutboundSettings outbound() {
    return outbound;
  }

  public Connections connections() {
    return connections;
  }

  public Deliveries deliveries() {
    return deliveries;
  }

  public TrialMessages trialMessages() {
    return trialMessages;
  }

  public Callbacks callbacks() {
    return callbacks;
  }

  public ChannelDays channelDays() {
    return channelDays;
  }

  public Campaigns campaigns() {
    return campaigns;
  }

  @Override
  public void close() {
    runs.close();
    warehouse.close();
    catalog.close();
    folder.close();
  }
}
