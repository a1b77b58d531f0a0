package io.gongbi.campaign;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.channel.Channel;
import io.gongbi.delivery.Deliveries;
import io.gongbi.delivery.Intent;
import io.gongbi.experiment.Experiment;
import io.gongbi.refresh.Progress;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out a launch. The audience is frozen first, so that a crash in the middle cannot give a
 * second one; then its customers are entered in the order of their ids, each batch claimed before
 * the channel hears of it. Doing it again after a crash goes on where the ledger ends.
 */
final class Launcher {
  /**
   * Small enough that a stop is felt at once, large enough that the fsync of a claim is nothing.
   */
  private static final int BATCH = 1_000;

  /** A campaign has one message, which everybody gets once. */
  static final String STEP = "message";

  static final String OCCURRENCE = "once";

  private static final Label ENTERING = new Label("进入活动并发送", "Enter and send");

  private final Warehouse warehouse;
  private final Deliveries deliveries;

  Launcher(Warehouse warehouse, Deliveries deliveries) {
    this.warehouse = warehouse;
    this.deliveries = deliveries;
  }

  /**
   * Makes the audience of a launch that is about to be; {@code view} is what the person who
   * launches may see. Another one that a crash left before its launch began was nobody's promise,
   * and may be of a person who sees more: it is made anew.
   */
  void freeze(DefinitionId id, Reach.Own own, Sql members, View view, Instant now) {
    var address = FieldKey.of("customer." + deliveries.channel(own.channel()).addressField());
    var experiment = Campaign.experiment(id, own.controlPerMille());
    try (var write = warehouse.write(Set.of("campaign"))) {
      var before = Slice.rows(AudienceQuery.named(id.key()), "campaign");
      write.delete(Campaigns.AUDIENCE, before, View.everything());
      write.delete(Campaigns.PLAN, before, View.everything());
      write.append(
          Campaigns.AUDIENCE,
          AudienceQuery.frozen(id.key(), AudienceQuery.audience(experiment, members, address)),
          view);
      write.append(
          Campaigns.PLAN,
          new Table(Campaigns.PLAN.columns(), List.of(List.of(Value.of(id.key()), Value.of(now)))));
      write.commit();
    }
  }

  /** Enters everybody who is not entered yet. */
  void enter(DefinitionId id, Reach.Own own, Progress progress) {
    var channel = deliveries.channel(own.channel());
    var text = new MessageText(own.message());
    var address = FieldKey.of("customer." + channel.addressField());
    deliveries.recover(id, channel);
    long total =
        warehouse.query(AudienceQuery.planned(id.key()), View.everything()).only().whole("people");
    progress.step("campaign.enter", ENTERING);
    long done = deliveries.ledger().counts(id).values().stream().mapToLong(n -> n).sum();
    long after = deliveries.ledger().lastEntered(id).orElse(0L);
    while (true) {
      progress.at(done, total);
      var next =
          warehouse.query(AudienceQuery.due(id.key(), address, after, BATCH), View.everything());
      if (next.size() == 0) return;
      enter(id, channel, text, next);
      done += next.size();
      after = next.row(next.size() - 1).whole("customer_id");
    }
  }

  private void enter(DefinitionId id, Channel channel, MessageText text, Table next) {
    deliveries.send(id, channel, next.stream().map(row -> intent(id, row, text)).toList());
  }

  private static Intent intent(DefinitionId id, Row row, MessageText text) {
    var fields = fields(row);
    Optional<String> address = row.textIfAny("address");
    return new Intent(
        id,
        STEP,
        OCCURRENCE,
        new CustomerId(row.whole("customer_id")),
        row.text("arm"),
        row.text("arm").equals(Experiment.CONTROL),
        address,
        row.flag("declined"),
        fields.getOrDefault("name", ""),
        text.filled(fields));
  }

  static Map<String, String> fields(Row row) {
    var fields = new HashMap<String, String>();
    for (var field : MessageText.FIELDS) {
      row.textIfAny(field).ifPresent(value -> fields.put(field, value));
    }
    return fields;
  }
}
