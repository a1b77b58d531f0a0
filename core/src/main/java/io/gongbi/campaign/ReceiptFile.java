package io.gongbi.campaign;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.gongbi.channel.Receipt;
import io.gongbi.delivery.Settled;
import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Receipts as they come back for a list: CSV in UTF-8 or GB18030 with the columns {@code
 * message_key}, {@code status} (delivered, failed, sent; 送达, 失败, 已发送) and, if known, {@code
 * happened_at} ({@code 2026-03-01T08:00:00Z}, or {@code 2026-03-01 16:00} on the company's clock)
 * and {@code reason}. Rows that cannot be read are told with their line; the others count.
 */
public final class ReceiptFile {
  private static final int BATCH = 5_000;
  private static final int FAULTS_TOLD = 100;

  /** Enough to meet a Chinese reason or name, if there is any. */
  private static final int SAMPLE = 1 << 20;

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("[uuuu-M-d][uuuu/M/d]['T'][ ]H:mm[:ss]");

  private static final Map<String, String> STATUS =
      Map.of(
          "delivered", "delivered",
          "送达", "delivered",
          "已送达", "delivered",
          "failed", "failed",
          "失败", "failed",
          "发送失败", "failed",
          "sent", "sent",
          "已发送", "sent");

  private ReceiptFile() {}

  /**
   * {@code read} = {@code changed} + {@code known} + {@code unknown} + {@code bad}. Known: the
   * state was known already; unknown: the key is of no message of this campaign.
   */
  public record Read(
      long read, long changed, long known, long unknown, long bad, List<Fault> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }

  static Read read(
      InputStream in, Instant now, ZoneId zone, Function<List<Receipt>, Settled> settle) {
    var faults = new Faults();
    long read = 0;
    long bad = 0;
    var settled = Settled.NOTHING;
    var batch = new ArrayList<Receipt>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(reader(in))) {
      for (var row : csv) {
        if (read == 0) checkHeader(row);
        read++;
        var receipt = receipt(row, now, zone, faults);
        if (receipt.isEmpty()) bad++;
        receipt.ifPresent(batch::add);
        if (batch.size() == BATCH) {
          settled = settled.plus(settle.apply(List.copyOf(batch)));
          batch.clear();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!batch.isEmpty()) settled = settled.plus(settle.apply(batch));
    return new Read(
        read,
        settled.changed(),
        settled.known(),
        settled.unknown(),
        bad,
        faults.found().stream().limit(FAULTS_TOLD).toList());
  }

  private static InputStreamReader reader(InputStream in) throws IOException {
    var sampled = new BufferedInputStream(in, SAMPLE);
    sampled.mark(SAMPLE);
    var sample = sampled.readNBytes(SAMPLE - 1);
    sampled.reset();
    var chars = CharBuffer.allocate(sample.length);
    // A sample that ends in the middle of a character is no fault.
    boolean utf8 =
        !StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(sample), chars, false)
            .isError();
    return new InputStreamReader(
        skipMark(sampled), utf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
  }

  private static InputStream skipMark(InputStream in) throws IOException {
    var pushed = new java.io.PushbackInputStream(in, 3);
    var head = pushed.readNBytes(3);
    boolean mark =
        head.length == 3
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF;
    if (!mark) pushed.unread(head);
    return pushed;
  }

  private static void checkHeader(NamedCsvRecord row) {
    var faults = new Faults();
    for (var needed : List.of("message_key", "status")) {
      if (row.findField(needed).isEmpty()) {
        faults.bad(
            "campaign.receipt-column", needed, Map.of("found", String.join(", ", row.getHeader())));
      }
    }
    faults.throwIfAny();
  }

  private static Optional<Receipt> receipt(
      NamedCsvRecord row, Instant now, ZoneId zone, Faults faults) {
    var place = "line " + row.getStartingLineNumber();
    var key = row.getField("message_key").strip();
    var status = STATUS.get(row.getField("status").strip().toLowerCase(java.util.Locale.ROOT));
    if (status == null) {
      faults.bad("campaign.receipt-status", place, Map.of("status", row.getField("status")));
      return Optional.empty();
    }
    Instant happenedAt;
    try {
      happenedAt =
          row.findField("happened_at")
              .map(String::strip)
              .filter(t -> !t.isEmpty())
              .map(t -> moment(t, zone))
              .orElse(now);
    } catch (DateTimeParseException e) {
      faults.bad("campaign.receipt-time", place, Map.of("time", row.getField("happened_at")));
      return Optional.empty();
    }
    return Optional.of(
        switch (status) {
          case "delivered" -> new Receipt.Delivered(key, happenedAt);
          case "failed" -> new Receipt.Failed(key, happenedAt, row.findField("reason").orElse(""));
          default -> new Receipt.Sent(key, happenedAt);
        });
  }

  private static Instant moment(String text, ZoneId zone) {
    return text.endsWith("Z")
        ? Instant.parse(text)
        : LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
  }
}
