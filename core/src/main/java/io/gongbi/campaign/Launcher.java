package io.gongbi.campaign;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.delivery.Deliveries;
import io.gongbi.delivery.Intent;
import io.gongbi.delivery.Refusal;
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
import java.util.EnumMap;
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
   * How many are read at a time. How many are claimed at a time, and so how soon a stop is felt, is
   * for the channel to say.
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
   * Makes the audience of a launch that is about to be, with the fates that were forecast; {@code
   * view} is what the person who launches may see. Another one that a crash left before its launch
   * began was nobody's promise, and may be of a person who sees more: it is made anew.
   */
  void freeze(DefinitionId id, Sql fates, View view, Instant now) {
    try (var write = warehouse.write(Set.of("campaign"))) {
      var before = Slice.rows(AudienceQuery.named(id.key()), "campaign");
      write.delete(CampaignTables.AUDIENCE, before, View.everything());
      write.delete(CampaignTables.PLAN, before, View.everything());
      write.append(CampaignTables.AUDIENCE, AudienceQuery.frozen(id.key(), fates), view);
      write.append(
          CampaignTables.PLAN,
          new Table(
              CampaignTables.PLAN.columns(), List.of(List.of(Value.of(id.key()), Value.of(now)))));
      write.commit();
    }
  }

  /** Enters everybody who is not entered yet, or says until when the rest must wait. */
  Optional<Instant> enter(DefinitionId id, Reach.Own own, MessageText text, Progress progress) {
    var channel = deliveries.channel(own.channel());
    var address = FieldKey.of("customer." + channel.addressField());
    progress.step("campaign.enter", ENTERING);
    var before = deliveries.recover(id, channel);
    if (before.isPresent()) return before;
    long total =
        warehouse.query(AudienceQuery.planned(id.key()), View.everything()).only().whole("people");
    long done = deliveries.ledger().counts(id).values().stream().mapToLong(n -> n).sum();
    long after = deliveries.ledger().lastEntered(id).orElse(0L);
    while (true) {
      progress.at(done, total);
      var next =
          warehouse.query(AudienceQuery.due(id.key(), address, after, BATCH), View.everything());
      if (next.size() == 0) return Optional.empty();
      var intents = next.stream().map(row -> intent(id, row, text)).toList();
      for (int i = 0; i < intents.size(); i += channel.atOnce()) {
        progress.at(done, total);
        var some = intents.subList(i, Math.min(intents.size(), i + channel.atOnce()));
        var waits = deliveries.send(id, channel, some);
        if (waits.isPresent()) return waits;
        done += some.size();
      }
      after = next.row(next.size() - 1).whole("customer_id");
    }
  }

  private static Intent intent(DefinitionId id, Row row, MessageText text) {
    var fields = fields(row);
    Optional<String> address = row.textIfAny("address");
    var words = text.filled(fields);
    return new Intent(
        id,
        STEP,
        OCCURRENCE,
        new CustomerId(row.whole("customer_id")),
        row.text("arm"),
        row.text("arm").equals(Experiment.CONTROL),
        address,
        against(row, address, words.isEmpty()),
        fields.getOrDefault(PersonalField.NAME, ""),
        words.orElse(""));
  }

  /** What is known against it here; the first of it, in the order in which the guards ask. */
  private static Optional<Refusal> against(Row row, Optional<String> address, boolean incomplete) {
    var refused = row.textIfAny("refused").map(Refusal::valueOf);
    if (address.isEmpty()) return refused;
    if (row.flag("declined")) return Optional.of(Refusal.NO_CONSENT);
    if (incomplete) return Optional.of(Refusal.INCOMPLETE);
    return row.flag("taken") ? Optional.of(Refusal.NUMBER_TAKEN) : Optional.empty();
  }

  static Map<PersonalField, String> fields(Row row) {
    var fields = new EnumMap<PersonalField, String>(PersonalField.class);
    for (var field : PersonalField.values()) {
      row.textIfAny(field.code())
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> fields.put(field, value));
    }
    return fields;
  }
}
