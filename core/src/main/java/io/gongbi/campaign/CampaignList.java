package io.gongbi.campaign;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.channel.file.FileChannel;
import io.gongbi.delivery.Deliveries;
import io.gongbi.segment.ListFile;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The list of whom to reach, as its viewer sees it: nobody out of sight is on it, and masked stays
 * masked, in the words of the message too. One line a message that was handed over, under the key
 * by which its receipt comes back.
 *
 * <p>Lin, who may see all, gets {@code m7, 13900000007, 客户7, 客户7，您好}; for Mei of Shanghai, who sees
 * no phone numbers, the same line is {@code m7, 139****0007, 客**, 客**，您好}, and nobody of Beijing
 * has one.
 */
final class CampaignList {
  private static final int BATCH = 5_000;

  private final Warehouse warehouse;
  private final Deliveries deliveries;
  private final DefinitionId id;
  private final MessageText text;
  private final View view;

  CampaignList(
      Warehouse warehouse, Deliveries deliveries, DefinitionId id, MessageText text, View view) {
    this.warehouse = warehouse;
    this.deliveries = deliveries;
    this.id = id;
    this.text = text;
    this.view = view;
  }

  /** {@code lines}: how many messages there are. */
  ListFile file(long lines) {
    return new ListFile(FileChannel.COLUMNS, lines, this::each);
  }

  private void each(Consumer<List<List<Value>>> some) {
    long after = 0;
    while (true) {
      var next = warehouse.query(AudienceQuery.next(id.key(), after, BATCH), view);
      if (next.size() == 0) return;
      some.accept(lines(next));
      after = next.row(next.size() - 1).whole("customer_id");
    }
  }

  private List<List<Value>> lines(Table next) {
    var keys =
        deliveries
            .ledger()
            .keys(
                id,
                Launcher.STEP,
                Launcher.OCCURRENCE,
                customer(next.row(0)),
                customer(next.row(next.size() - 1)));
    return next.stream()
        .flatMap(
            row -> Optional.ofNullable(keys.get(customer(row))).map(k -> line(k, row)).stream())
        .toList();
  }

  private List<Value> line(String key, Row row) {
    return List.of(
        Value.of(key),
        row.value("address"),
        row.value("name"),
        Value.of(text.shown(Launcher.fields(row))));
  }

  private static CustomerId customer(Row row) {
    return new CustomerId(row.whole("customer_id"));
  }
}
