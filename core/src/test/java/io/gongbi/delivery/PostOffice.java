package io.gongbi.delivery;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.CompanySettings;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.SealingKey;
import io.gongbi.catalog.Secrets;
import io.gongbi.catalog.Settings;
import io.gongbi.catalog.Spec;
import io.gongbi.channel.Batch;
import io.gongbi.channel.Channel;
import io.gongbi.channel.Connections;
import io.gongbi.channel.Line;
import io.gongbi.channel.Receipt;
import io.gongbi.source.AllowedHosts;
import io.gongbi.source.Outbound;
import io.gongbi.standard.CustomerId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages to a few customers by a channel that notes what it was asked to send, on either catalog.
 */
abstract class PostOffice {
  static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  static final DefinitionId C1 = new DefinitionId("campaign", "c1");

  @TempDir Path folder;

  /** Notes what it was asked to send; breaks at the batches it is told to. */
  static final class Postman implements Channel {
    final List<String> sent = new ArrayList<>();
    final boolean repeatable;
    boolean breaks;
    boolean atOnce;

    Postman(boolean repeatable) {
      this.repeatable = repeatable;
    }

    @Override
    public Spec spec() {
      return new Spec(
          "postman", Label.typed("Postman"), Label.typed("Postman"), List.of(), List.of());
    }

    @Override
    public int atOnce(Settings settings) {
      return 1_000;
    }

    @Override
    public String addressField() {
      return "phone";
    }

    @Override
    public boolean repeatable() {
      return repeatable;
    }

    @Override
    public boolean reachesAtOnce() {
      return atOnce;
    }

    @Override
    public List<Receipt> send(Batch batch, Line line) {
      batch.messages().forEach(m -> sent.add(batch.number() + ":" + m.key() + ":" + m.address()));
      if (breaks) throw new IllegalStateException("the line is cut");
      return batch.messages().stream()
          .<Receipt>map(m -> new Receipt.Sent(m.key(), batch.happenedAt()))
          .toList();
    }
  }

  static Intent intent(long customer, boolean heldOut, String phone) {
    return new Intent(
        C1,
        "message",
        "once",
        new CustomerId(customer),
        heldOut ? "control" : "treated",
        heldOut,
        phone.isEmpty() ? Optional.empty() : Optional.of(phone),
        Optional.empty(),
        "客户" + customer,
        "您好");
  }

  /** 1 and 4 are treated, 2 is held out, 3 has no phone. */
  static final List<Intent> FOUR =
      List.of(
          intent(1, false, "139-1"),
          intent(2, true, "139-2"),
          intent(3, false, ""),
          intent(4, false, "139-4"));

  Catalog open(CatalogEngine engine) {
    return engine.store(folder).open(Ledger.MIGRATIONS, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  Deliveries deliveries(Catalog catalog, Channel channel) {
    var definitions = new Definitions(catalog);
    var authors = new Authorship(catalog, definitions, new AuditTrail(catalog));
    var connections =
        new Connections(
            catalog,
            definitions,
            authors,
            new Secrets(catalog, SealingKey.of(folder, Map.of())),
            new Outbound(() -> new AllowedHosts(List.of())),
            List.of(channel));
    return new Deliveries(catalog, settings(catalog), folder, connections);
  }

  static SendingSettings settings(Catalog catalog) {
    var definitions = new Definitions(catalog);
    return new SendingSettings(catalog, definitions, new CompanySettings(catalog, definitions));
  }

  static List<String> states(Deliveries deliveries) {
    return deliveries.ledger().list(C1, Optional.empty(), 0, 100).stream()
        .map(e -> e.customer() + " " + e.arm() + " " + e.state())
        .toList();
  }

  static List<String> reasons(Deliveries deliveries, String origin) {
    return deliveries
        .ledger()
        .list(new DefinitionId("campaign", origin), Optional.empty(), 0, 100)
        .stream()
        .map(e -> e.customer() + " " + e.state() + e.reason().map(r -> " " + r).orElse(""))
        .toList();
  }
}
