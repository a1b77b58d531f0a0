package io.gongbi.campaign;

import io.gongbi.channel.Receipt;
import io.gongbi.channel.Reply;
import io.gongbi.delivery.Settled;
import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import io.gongbi.source.Lines;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Receipts as they come back for a list: Excel, or text in any usual encoding, with the columns
 * {@code message_key}, {@code status} (delivered, failed, sent; 送达, 失败, 已发送) or {@code reply}, what
 * the customer answered, and, if known, {@code happened_at} ({@code 2026-03-01T08:00:00Z}, or
 * {@code 2026-03-01 16:00} on the company's clock) and {@code reason}. 退订, TD or R in either column
 * is an opt-out; any other answer shows that the message arrived. Lines that cannot be read are
 * told with their number; the others count.
 */
public final class ReceiptFile {
  private static final int BATCH = 5_000;
  private static final int FAULTS_TOLD = 100;
  private static final String KEY = "message_key";
  private static final String STATUS = "status";
  private static final String HAPPENED_AT = "happened_at";
  private static final String REASON = "reason";
  private static final String REPLY = "reply";

  private static final String OPTED_OUT = "opted-out";

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("[uuuu-M-d][uuuu/M/d]['T'][ ]H:mm[:ss]");

  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("delivered", "delivered"),
          Map.entry("送达", "delivered"),
          Map.entry("已送达", "delivered"),
          Map.entry("failed", "failed"),
          Map.entry("失败", "failed"),
          Map.entry("发送失败", "failed"),
          Map.entry("sent", "sent"),
          Map.entry("已发送", "sent"));

  /** How senders head these columns. */
  private static final Map<String, String> HEADS =
      Map.ofEntries(
          Map.entry("消息编号", KEY),
          Map.entry("短信编号", KEY),
          Map.entry("状态", STATUS),
          Map.entry("状态报告", STATUS),
          Map.entry("发送状态", STATUS),
          Map.entry("时间", HAPPENED_AT),
          Map.entry("状态时间", HAPPENED_AT),
          Map.entry("回复时间", HAPPENED_AT),
          Map.entry("原因", REASON),
          Map.entry("失败原因", REASON),
          Map.entry("回复", REPLY),
          Map.entry("回复内容", REPLY),
          Map.entry("上行内容", REPLY));

  private final Instant now;
  private final ZoneId zone;
  private final Function<List<Receipt>, Settled> settle;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Receipt> batch = new ArrayList<>();
  private final Faults faults = new Faults();
  private Settled settled = Settled.NOTHING;
  private boolean headed;
  private long read;
  private long bad;

  private ReceiptFile(Instant now, ZoneId zone, Function<List<Receipt>, Settled> settle) {
    this.now = now;
    this.zone = zone;
    this.settle = settle;
  }

  /**
   * {@code read} = {@code changed} + {@code known} + {@code unknown} + {@code bad}. Known: the
   * state was known already; unknown: the key is of no message of this campaign, or of a customer
   * out of sight.
   */
  public record Read(
      long read, long changed, long known, long unknown, long bad, List<Fault> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }

  /** Throws {@code campaign.receipt-column}, before anything is settled. */
  static Read read(
      Path file, String name, Instant now, ZoneId zone, Function<List<Receipt>, Settled> settle) {
    var reading = new ReceiptFile(now, zone, settle);
    Lines.each(file, name, reading::take);
    reading.flush();
    return reading.result();
  }

  private Read result() {
    return new Read(
        read,
        settled.changed(),
        settled.known(),
        settled.unknown(),
        bad,
        faults.found().stream().limit(FAULTS_TOLD).toList());
  }

  private void take(Lines.Line line) {
    if (!headed) {
      head(line.cells());
      return;
    }
    read++;
    var receipt = receipt(line);
    if (receipt.isEmpty()) bad++;
    receipt.ifPresent(batch::add);
    if (batch.size() == BATCH) flush();
  }

  private void flush() {
    if (batch.isEmpty()) return;
    settled = settled.plus(settle.apply(List.copyOf(batch)));
    batch.clear();
  }

  private void head(List<String> cells) {
    headed = true;
    for (int i = 0; i < cells.size(); i++) {
      var head = cells.get(i).strip().toLowerCase(Locale.ROOT);
      columns.putIfAbsent(HEADS.getOrDefault(head, head), i);
    }
    var missing = new Faults();
    for (var needed : List.of(KEY, STATUS)) {
      boolean told = needed.equals(STATUS) && columns.containsKey(REPLY);
      if (!columns.containsKey(needed) && !told) {
        missing.bad(
            "campaign.receipt-column",
            needed,
            Map.of("column", needed, "found", String.join(", ", cells)));
      }
    }
    missing.throwIfAny();
  }

  /** What stands in a column, nothing where there is no such column or the line is too short. */
  private String cell(Lines.Line line, String column) {
    int at = columns.getOrDefault(column, Integer.MAX_VALUE);
    return at < line.cells().size() ? line.cells().get(at).strip() : "";
  }

  private Optional<Receipt> receipt(Lines.Line line) {
    var place = "line " + line.number();
    if (line.unreadable().isPresent()) {
      faults.bad(line.unreadable().get(), place, Map.of());
      return Optional.empty();
    }
    var key = cell(line, KEY);
    var status = status(cell(line, STATUS), cell(line, REPLY));
    if (status.isEmpty()) {
      faults.bad("campaign.receipt-status", place, Map.of("status", cell(line, STATUS)));
      return Optional.empty();
    }
    var time = cell(line, HAPPENED_AT);
    var happenedAt = time.isEmpty() ? Optional.of(now) : moment(time);
    if (happenedAt.isEmpty()) {
      faults.bad("campaign.receipt-time", place, Map.of("time", time));
      return Optional.empty();
    }
    var at = happenedAt.get();
    return Optional.of(
        switch (status.get()) {
          case "delivered" -> new Receipt.Delivered(key, at);
          case OPTED_OUT -> new Receipt.OptedOut(key, at);
          case "failed" -> new Receipt.Failed(key, at, cell(line, REASON));
          default -> new Receipt.Sent(key, at);
        });
  }

  private static Optional<String> status(String status, String reply) {
    if (new Reply(status).stops() || new Reply(reply).stops()) return Optional.of(OPTED_OUT);
    if (status.isEmpty() && !reply.isEmpty()) return Optional.of("delivered");
    return Optional.ofNullable(STATES.get(status.toLowerCase(Locale.ROOT)));
  }

  private Optional<Instant> moment(String text) {
    try {
      return Optional.of(
          text.matches(".*T.*(Z|[+-][0-9]{2}:[0-9]{2})")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
