package io.gongbi.channel.file;

import io.gongbi.catalog.Label;
import io.gongbi.catalog.Settings;
import io.gongbi.catalog.Spec;
import io.gongbi.channel.Batch;
import io.gongbi.channel.Channel;
import io.gongbi.channel.Line;
import io.gongbi.channel.Message;
import io.gongbi.channel.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes each batch as a part of a list: key, phone, name, text. The part appears whole or not at
 * all, and the same batch always makes the same part, so it may be sent twice without harm. Whoever
 * sends the list returns receipts by the key.
 */
public final class FileChannel implements Channel {
  /** The head of every list; receipts come back under the first of them. */
  public static final List<String> COLUMNS = List.of("message_key", "phone", "name", "text");

  /** As many as the launch reads at a time. */
  private static final int AT_ONCE = 1_000;

  private static final Spec SPEC =
      new Spec(
          "file",
          new Label("名单文件", "List file"),
          new Label(
              "写成名单文件，下载后交给别的系统发送，再把回执传回来。",
              "A list file to download and hand to whoever sends it; receipts come back by file."),
          List.of(),
          List.of());

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public String addressField() {
    return "phone";
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public boolean reachesAtOnce() {
    return false;
  }

  @Override
  public int atOnce(Settings settings) {
    return AT_ONCE;
  }

  @Override
  public List<Receipt> send(Batch batch, Line line) {
    var rows =
        batch.messages().stream()
            .map(FileChannel::row)
            .collect(Collectors.joining("\r\n", "", "\r\n"));
    write(part(batch.place(), batch.number()), rows);
    return batch.messages().stream()
        .<Receipt>map(m -> new Receipt.Sent(m.key(), batch.happenedAt()))
        .toList();
  }

  /** The parts of a list in their order. */
  public static List<Path> parts(Path place) {
    if (!Files.isDirectory(place)) return List.of();
    try (var files = Files.list(place)) {
      return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path part(Path place, long number) {
    return place.resolve(String.format(Locale.ROOT, "part-%010d.csv", number));
  }

  private static String row(Message message) {
    return String.join(
        ",",
        cell(message.key()),
        cell(message.address()),
        cell(message.fields().getOrDefault("name", "")),
        cell(message.text()));
  }

  /**
   * Quoted, and made harmless for spreadsheets that take a leading sign as a formula. A phone
   * number such as {@code +8613900000001} computes nothing and stays as it is, or nobody could dial
   * it.
   */
  private static String cell(String text) {
    boolean formula = text.matches("(?s)[=+\\-@\\t\\r].*") && !text.matches("\\+[0-9]{4,15}");
    var safe = formula ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private static void write(Path part, String text) {
    var beside = part.resolveSibling(part.getFileName() + ".tmp");
    try {
      Files.createDirectories(part.getParent());
      try (var out =
          java.nio.channels.FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) out.write(bytes);
        out.force(true);
      }
      Files.move(beside, part, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
