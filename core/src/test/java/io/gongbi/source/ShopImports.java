package io.gongbi.source;

import io.gongbi.Gongbi;
import io.gongbi.MovingClock;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Run;
import io.gongbi.standard.EntityName;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A company that imports the orders of its shop, and the orders that it has then. */
abstract class ShopImports {
  static final String HEAD = "no,paid,amount,extra\n";

  @TempDir Path folder;
  Gongbi gongbi;

  @BeforeEach
  void open() {
    gongbi = Gongbi.open(folder.resolve("data"), new MovingClock("2026-03-01T04:00:00Z"));
  }

  @AfterEach
  void close() {
    gongbi.close();
  }

  static Mapping orders(String amount) {
    return mapped(
        "no",
        Mapping.Line.of("no", "order.order_no"),
        Mapping.Line.of("paid", "order.paid_at"),
        Mapping.Line.of(amount, "order.amount"));
  }

  /** Orders of the shop by this key, whose columns say what the lines tell. */
  static Mapping mapped(String key, Mapping.Line... lines) {
    return new Mapping(
        new SourceId("shop"),
        Label.typed("Shop"),
        "orders",
        new EntityName("order"),
        Layout.csv(),
        List.of(key),
        List.of(lines),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  Imports.Item file(String name, String text) throws IOException {
    return new Imports.Item(
        Files.writeString(folder.resolve(name), HEAD + text), name, orders("amount"));
  }

  Imports.Item upload(String name, String text) {
    var upload =
        gongbi
            .uploads()
            .store(new ByteArrayInputStream((HEAD + text).getBytes(StandardCharsets.UTF_8)), name);
    return new Imports.Item(upload, orders("amount"));
  }

  Run bring(boolean again, Imports.Item... items) {
    return gongbi.runs().await(gongbi.imports().begin(UserId.SYSTEM, Arrays.asList(items), again));
  }

  List<String> sales() {
    return gongbi
        .warehouse()
        .query(
            Sql.of("select o.order_no, o.amount from {profile.order} o order by o.order_no"),
            View.everything())
        .stream()
        .map(r -> String.join(" ", r.cells().stream().map(Value::shown).toList()))
        .toList();
  }
}
