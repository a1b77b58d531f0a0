package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Files that somebody handed in and has not imported yet, in the data folder. Whoever never comes
 * back leaves them there, and so does an import that failed: {@link #clear} takes out what is old.
 */
public final class Uploads {
  /**
   * A file that waits: its id, its own name, where it lies, and its SHA-256, taken while it came
   * in.
   */
  public record Upload(String id, String name, Path path, long bytes, String fingerprint) {}

  private final Path folder;
  private final long mostBytes;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** {@code clock} says when a file came in. */
  public Uploads(Path folder, long mostBytes, Clock clock) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /** Puts the content of an upload at its place, and takes its fingerprint. */
  private interface Content {
    String put(Path place) throws IOException;
  }

  /** Puts a file that was received elsewhere in the data folder at another place in it. */
  public interface Received {
    void moveTo(Path place) throws IOException;
  }

  /** Stores a stream. Throws {@code source.too-large} when it is longer than allowed. */
  public Upload store(InputStream in, String name) {
    return keep(place -> copy(in, place, name), name);
  }

  private Upload keep(Content content, String name) {
    var bytes = new byte[12];
    random.nextBytes(bytes);
    var id = HexFormat.of().formatHex(bytes);
    var place = folder.resolve(id);
    try {
      Files.createDirectories(place);
      var came = FileTime.from(clock.instant());
      var fingerprint = content.put(place.resolve("content"));
      Files.writeString(place.resolve("fingerprint"), fingerprint);
      // The name is data, never a path. It comes last: with it the upload is there.
      Files.writeString(place.resolve("name"), plain(name));
      // Its files keep the time of their writing; that of the folder stands for the upload.
      Files.setLastModifiedTime(place, came);
      return find(id);
    } catch (IOException e) {
      delete(id);
      throw FullDisk.or(e, name);
    } catch (RuntimeException e) {
      // Whatever ends the stream, such as an archive that unpacks to too much.
      delete(id);
      throw e;
    }
  }

  private String copy(InputStream in, Path place, String name) throws IOException {
    var fingerprint = new Fingerprint();
    try (var out = Files.newOutputStream(place)) {
      var buffer = new byte[1 << 16];
      long total = 0;
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        total += n;
        if (total > mostBytes) throw tooLarge(name);
        out.write(buffer, 0, n);
        fingerprint.take(buffer, n);
      }
    }
    return fingerprint.end();
  }

  private FaultException tooLarge(String name) {
    return new FaultException(
        new Fault.TooLarge("source.too-large", name, Map.of("most", (mostBytes >> 20) + " MB")));
  }

  /**
   * What somebody handed in, file by file: the files of a .zip each by itself, anything else as it
   * is. Throws {@code source.nested-archive} for a .zip in a .zip; nothing of it is kept then.
   */
  public List<Upload> store(InputStream in, String name, boolean unpack) {
    return files(store(in, name), name, unpack);
  }

  /**
   * The same of a file that was received already: it is moved, so that the folder never has to hold
   * 2 GB twice.
   */
  public List<Upload> take(Received file, String name, boolean unpack) {
    return files(keep(place -> move(file, place, name), name), name, unpack);
  }

  private String move(Received file, Path place, String name) throws IOException {
    file.moveTo(place);
    if (Files.size(place) > mostBytes) throw tooLarge(name);
    return Fingerprint.of(place, bytes -> {});
  }

  private List<Upload> files(Upload whole, String name, boolean unpack) {
    try {
      if (!unpack || !Archive.is(whole.path(), name)) return List.of(whole);
    } catch (IOException e) {
      delete(whole.id());
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      delete(whole.id());
      throw e;
    }
    var files = new ArrayList<Upload>();
    boolean done = false;
    try {
      new Archive(whole.path(), name)
          .each(
              (file, called) -> {
                var upload = store(file, called);
                files.add(upload);
                if (isPacked(upload)) {
                  throw Faults.bad("source.nested-archive", name + "/" + called);
                }
              });
      done = true;
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(whole.id());
      if (!done) files.forEach(file -> delete(file.id()));
    }
  }

  /** A workbook is packed too, but is one file. */
  private static boolean isPacked(Upload upload) throws IOException {
    if (upload.bytes() == 0) return false;
    try {
      var kind = Bytes.of(upload.path(), upload.name());
      return kind == Bytes.GZIP || (kind == Bytes.ZIP && Archive.is(upload.path(), upload.name()));
    } catch (FaultException e) {
      return false; // whoever looks into it says why it is no table
    }
  }

  private static String plain(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.isBlank() ? "file" : last.substring(0, Math.min(last.length(), 200));
  }

  /** Whether it still waits: it was neither imported nor cleared away. */
  public boolean isThere(String id) {
    return isId(id) && Files.isRegularFile(folder.resolve(id).resolve("name"));
  }

  public Upload find(String id) {
    if (!isThere(id)) throw Faults.notFound("source.no-such-upload", id);
    try {
      var place = folder.resolve(id);
      var file = place.resolve("content");
      var fingerprint = place.resolve("fingerprint");
      return new Upload(
          id,
          Files.readString(place.resolve("name")),
          file,
          Files.size(file),
          // An older version took none, and its uploads may wait for a day.
          Files.exists(fingerprint)
              ? Files.readString(fingerprint)
              : Fingerprint.of(file, bytes -> {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes what came in before {@code when} and was not imported; says how many files that was.
   * Called while nothing is being imported.
   */
  public int clear(Instant when) {
    if (!Files.isDirectory(folder)) return 0;
    try (var all = Files.list(folder)) {
      int cleared = 0;
      for (var place : all.toList()) {
        var id = place.getFileName().toString();
        if (!isId(id) || !Files.getLastModifiedTime(place).toInstant().isBefore(when)) continue;
        delete(id);
        cleared++;
      }
      return cleared;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-f]{24}");
  }

  public void delete(String id) {
    var place = folder.resolve(id);
    if (!isId(id) || !Files.isDirectory(place)) return;
    try (var files = Files.walk(place)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
