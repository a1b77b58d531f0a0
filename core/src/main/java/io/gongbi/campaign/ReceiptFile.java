package io.gongbi.campaign;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.gongbi.channel.Receipt;
import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Receipts as they come back for a list: CSV in UTF-8 with the columns {@code message_key}, {@code
 * status} (delivered, failed, sent; 送达, 失败, 已发送) and, if known, {@code happened_at} (ISO) and
 * {@code reason}. Rows that cannot be read are told with their line; the others count.
 */
public final class ReceiptFile {
  private static final int BATCH = 5_000;
  private static final int FAULTS_TOLD = 100;

  private static final Map<String, String> STATUS =
      Map.of(
          "delivered", "delivered",
          "送达", "delivered",
          "已送达", "delivered",
          "failed", "failed",
          "失败", "failed",
          "sent", "sent",
          "已发送", "sent");

  private ReceiptFile() {}

  /**
   * {@code read} = {@code matched} + {@code unchanged} + {@code bad}. Unchanged: the key is of no
   * message, or its state was known already.
   */
  public record Read(long read, long matched, long unchanged, long bad, List<Fault> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }

  static Read read(InputStream in, Instant now, ToLongFunction<List<Receipt>> settle) {
    var faults = new Faults();
    long read = 0;
    long bad = 0;
    long matched = 0;
    var batch = new ArrayList<Receipt>();
    try (var csv =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(skipMark(in), StandardCharsets.UTF_8))) {
      for (var row : csv) {
        if (read == 0) checkHeader(row);
        read++;
        var receipt = receipt(row, now, faults);
        if (receipt.isEmpty()) bad++;
        receipt.ifPresent(batch::add);
        if (batch.size() == BATCH) {
          matched += settle.applyAsLong(List.copyOf(batch));
          batch.clear();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!batch.isEmpty()) matched += settle.applyAsLong(batch);
    return new Read(
        read,
        matched,
        read - matched - bad,
        bad,
        faults.found().stream().limit(FAULTS_TOLD).toList());
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

  private static Optional<Receipt> receipt(NamedCsvRecord row, Instant now, Faults faults) {
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
          row.findField("happened_at").filter(t -> !t.isBlank()).map(Instant::parse).orElse(now);
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
}
