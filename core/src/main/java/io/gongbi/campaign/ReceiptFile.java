package io.gongbi.campaign;

import static io.gongbi.campaign.ReceiptColumn.HAPPENED_AT;
import static io.gongbi.campaign.ReceiptColumn.KEY;
import static io.gongbi.campaign.ReceiptColumn.NUMBER;
import static io.gongbi.campaign.ReceiptColumn.REASON;
import static io.gongbi.campaign.ReceiptColumn.REPLY;
import static io.gongbi.campaign.ReceiptColumn.SENT_AT;
import static io.gongbi.campaign.ReceiptColumn.STATUS;

import io.gongbi.channel.Receipt;
import io.gongbi.delivery.Addressee;
import io.gongbi.delivery.Settled;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
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
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Receipts as they come back for a list: Excel, or text in any usual encoding. A line says of which
 * message it is by {@code message_key} or, for senders that keep no keys of others, by the number
 * it went to, and what became of it by {@code status} (delivered, failed, sent; 送达, 失败, 已发送) or
 * {@code reply}, what the customer answered. {@code happened_at} ({@code 2026-03-01T08:00:00Z}, or
 * {@code 2026-03-01 16:00} on the company's clock) and {@code reason} may be there. 退订, TD or R in
 * either column is an opt-out, also from a number that got no message of this campaign, or by the
 * key of a message of another; any other answer shows that the message arrived. Lines that cannot
 * be read are told with their number; the others count.
 */
public final class ReceiptFile {
  private static final int BATCH = 5_000;
  private static final int FAULTS_TOLD = 100;

  private static final String NUMBERS_MASKED = "campaign.receipt-numbers-masked";

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("[uuuu-M-d][uuuu/M/d]['T'][ ]H:mm[:ss]");

  /** By what Excel is kept from taking a number for one: {@code '139…} and {@code ="139…"}. */
  private static final Pattern GUARD = Pattern.compile("^(?:'|=?\")|\"$");

  private final Instant now;
  private final ZoneId zone;
  private final ToldByFile messages;
  private final Map<ReceiptColumn, Integer> columns = new EnumMap<>(ReceiptColumn.class);
  private final List<Lines.Line> batch = new ArrayList<>();
  private final Faults faults = new Faults();
  private Settled settled = Settled.NOTHING;
  private long stopped;
  private boolean headed;
  private long read;
  private long bad;

  private ReceiptFile(Instant now, ZoneId zone, ToldByFile messages) {
    this.now = now;
    this.zone = zone;
    this.messages = messages;
  }

  /**
   * {@code read} = {@code changed} + {@code known} + {@code stopped} + {@code unknown} + {@code
   * bad}. Known: the state was known already; unknown: the key or the number is of no message of
   * this campaign, or of a customer out of sight; stopped: so it is, but its owner wants no more,
   * which nobody knew.
   */
  public record Read(
      long read,
      long changed,
      long known,
      long stopped,
      long unknown,
      long bad,
      List<Fault> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Throws {@code campaign.receipt-whose}, {@code campaign.receipt-state}, {@code
   * campaign.receipt-numbers-masked}, before anything is settled.
   */
  static Read read(Path file, String name, Instant now, ZoneId zone, ToldByFile messages) {
    var reading = new ReceiptFile(now, zone, messages);
    Lines.each(file, name, reading::take);
    reading.flush();
    return reading.result();
  }

  private Read result() {
    return new Read(
        read,
        settled.changed(),
        settled.known(),
        stopped,
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
    batch.add(line);
    if (batch.size() == BATCH) flush();
  }

  private void head(List<String> cells) {
    headed = true;
    for (int i = 0; i < cells.size(); i++) {
      int at = i;
      ReceiptColumn.headed(cells.get(i)).ifPresent(c -> columns.putIfAbsent(c, at));
    }
    var missing = new Faults();
    var found = Map.of("found", String.join(", ", cells));
    if (!columns.containsKey(KEY) && !columns.containsKey(NUMBER)) {
      missing.bad("campaign.receipt-whose", "message_key", found);
    }
    if (!columns.containsKey(STATUS) && !columns.containsKey(REPLY)) {
      missing.bad("campaign.receipt-state", "status", found);
    }
    missing.throwIfAny();
    if (!columns.containsKey(KEY) && !messages.numbered()) {
      throw new FaultException(new Fault.Forbidden(NUMBERS_MASKED, "", Map.of()));
    }
  }

  /** Numbers are looked up together, and receipts settled in the order of their lines. */
  private void flush() {
    if (batch.isEmpty()) return;
    var addressees = messages.addressees(numbers());
    var elsewhere = messages.elsewhere(optOutKeys());
    var receipts = new ArrayList<Receipt>();
    var stops = new ArrayList<String>();
    long strangers = 0;
    for (var line : batch) {
      var whose = whose(line, addressees);
      var status = ReceiptStatus.of(cell(line, STATUS), cell(line, REPLY));
      var happenedAt = happenedAt(line);
      var place = "line " + line.number();
      if (line.unreadable().isPresent()) {
        faults.bad(line.unreadable().get(), place, Map.of());
      } else if (status.isEmpty()) {
        faults.bad("campaign.receipt-status", place, Map.of("status", cell(line, STATUS)));
      } else if (happenedAt.isEmpty()) {
        faults.bad("campaign.receipt-time", place, Map.of("time", time(line)));
      } else {
        switch (whose) {
          case Addressee.Of(var key) -> {
            var address = elsewhere.get(key);
            if (address != null) stops.add(address);
            else receipts.add(receipt(line, key, status.get(), happenedAt.get()));
          }
          case Addressee.Stranger(var number) -> {
            if (status.get() == ReceiptStatus.OPTED_OUT) stops.add(number);
            else strangers++;
          }
          case Addressee.Unclear(var why) -> faults.bad(why, place, Map.of());
        }
      }
    }
    batch.clear();
    bad = faults.found().size();
    if (receipts.isEmpty() && stops.isEmpty() && strangers == 0) return;
    settled = settled.plus(messages.settle(receipts)).plus(new Settled(0, 0, strangers));
    if (stops.isEmpty()) return;
    // Twice the same wish is known the second time.
    long news = messages.stop(new HashSet<>(stops));
    stopped += news;
    settled = settled.plus(new Settled(0, stops.size() - news, 0));
  }

  /** Those of the lines that have no key, if numbers count. */
  private Set<String> numbers() {
    if (!messages.numbered()) return Set.of();
    return batch.stream()
        .filter(l -> cell(l, KEY).isEmpty())
        .map(this::number)
        .filter(n -> !n.isEmpty())
        .collect(Collectors.toSet());
  }

  /** What a person wants who answers holds for every campaign, whichever message they answered. */
  private Set<String> optOutKeys() {
    return batch.stream()
        .filter(
            l ->
                ReceiptStatus.of(cell(l, STATUS), cell(l, REPLY))
                    .filter(s -> s == ReceiptStatus.OPTED_OUT)
                    .isPresent())
        .map(l -> cell(l, KEY))
        .filter(k -> !k.isEmpty())
        .collect(Collectors.toSet());
  }

  private String number(Lines.Line line) {
    return GUARD.matcher(cell(line, NUMBER)).replaceAll("").replaceAll("\\R", " ").strip();
  }

  private Addressee whose(Lines.Line line, Map<String, Addressee> addressees) {
    var key = cell(line, KEY);
    if (!key.isEmpty()) return new Addressee.Of(key);
    var number = number(line);
    if (number.isEmpty()) return new Addressee.Unclear("campaign.receipt-nobody");
    if (!messages.numbered()) return new Addressee.Unclear(NUMBERS_MASKED);
    // What the engine cannot hold as it was written is no number.
    return addressees.getOrDefault(number, new Addressee.Unclear("quality.phone-invalid"));
  }

  /** What stands in a column, nothing where there is no such column or the line is too short. */
  private String cell(Lines.Line line, ReceiptColumn column) {
    int at = columns.getOrDefault(column, Integer.MAX_VALUE);
    return at < line.cells().size() ? line.cells().get(at).strip() : "";
  }

  private Receipt receipt(Lines.Line line, String key, ReceiptStatus status, Instant at) {
    return switch (status) {
      case DELIVERED -> new Receipt.Delivered(key, at);
      case OPTED_OUT -> new Receipt.OptedOut(key, at);
      case FAILED -> new Receipt.Failed(key, at, reason(line));
      case SENT -> new Receipt.Sent(key, at);
    };
  }

  private String reason(Lines.Line line) {
    var reason = cell(line, REASON);
    return reason.isEmpty() ? ReceiptStatus.reason(cell(line, STATUS)) : reason;
  }

  private String time(Lines.Line line) {
    var happened = cell(line, HAPPENED_AT);
    return happened.isEmpty() ? cell(line, SENT_AT) : happened;
  }

  private Optional<Instant> happenedAt(Lines.Line line) {
    var text = time(line);
    if (text.isEmpty()) return Optional.of(now);
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
