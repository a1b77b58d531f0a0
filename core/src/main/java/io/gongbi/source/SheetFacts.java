package io.gongbi.source;

import io.gongbi.fault.Faults;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/**
 * What must be known of the sheets of a workbook before their rows are read, and stands behind
 * these: merged cells, and how many rows there are. Finding it unpacks all of the workbook (half a
 * gigabyte for a million rows), and whoever brings a file in has it looked at again and again. What
 * was found of the last few is kept for as long as memory is not short of it.
 *
 * @param styled whether cells have formats at all: programs that write none of them leave the part
 *     out, and then no number is a date
 */
record SheetFacts(Map<String, MergedCells> merged, Map<String, Long> lengths, boolean styled) {
  private static final int KEPT = 8;

  /** A file that has not changed since; what is written anew has another time. */
  private record Key(Path path, long bytes, FileTime changed) {}

  private static final Map<Key, SoftReference<SheetFacts>> LATELY =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<SheetFacts>> eldest) {
          return size() > KEPT;
        }
      };

  SheetFacts {
    merged = Map.copyOf(merged);
    lengths = Map.copyOf(lengths);
  }

  MergedCells merged(String sheet) {
    return merged.getOrDefault(sheet, MergedCells.none());
  }

  /** How many rows a sheet has; 0 when that is not known. */
  long length(String sheet) {
    return lengths.getOrDefault(sheet, 0L);
  }

  /**
   * Throws {@code source.zip-not-xlsx}, {@code source.too-large-unpacked}, {@code
   * source.too-many-texts}.
   */
  static SheetFacts of(Path path, String name) throws IOException, XMLStreamException {
    var key = new Key(path.toAbsolutePath(), Files.size(path), Files.getLastModifiedTime(path));
    synchronized (LATELY) {
      var known = Optional.ofNullable(LATELY.get(key)).map(SoftReference::get);
      if (known.isPresent()) return known.get();
    }
    var found = read(path, name);
    synchronized (LATELY) {
      LATELY.put(key, new SoftReference<>(found));
    }
    return found;
  }

  private static SheetFacts read(Path path, String name) throws IOException, XMLStreamException {
    try (var zip = new ZipFile(path.toFile())) {
      if (zip.getEntry("xl/workbook.xml") == null) throw Faults.bad("source.zip-not-xlsx", name);
      var eyes = new HashMap<String, Eye>();
      new Unpacked(zip, name)
          .count(
              entry -> isSheet(entry) || isTexts(entry),
              entry ->
                  isSheet(entry)
                      ? eyes.computeIfAbsent(entry.getName(), _ -> new Eye())
                      : isTexts(entry) ? new SharedTexts(name) : (bytes, length) -> {});
      var merged = new HashMap<String, MergedCells>();
      var lengths = new HashMap<String, Long>();
      SheetParts.of(zip)
          .forEach(
              (sheet, part) -> {
                var eye = eyes.get(part);
                if (eye == null) return;
                merged.put(sheet, eye.merged.cells());
                lengths.put(sheet, eye.length.rows());
              });
      boolean styled = zip.stream().anyMatch(e -> isNamed(e, "/styles.xml"));
      return new SheetFacts(merged, lengths, styled);
    }
  }

  private static boolean isSheet(ZipEntry entry) {
    return entry.getName().startsWith("xl/worksheets/") && !entry.getName().contains("_rels/");
  }

  private static boolean isTexts(ZipEntry entry) {
    return isNamed(entry, "/sharedstrings.xml");
  }

  private static boolean isNamed(ZipEntry entry, String ending) {
    return entry.getName().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** Sees the bytes of one sheet pass by. */
  private static final class Eye implements Unpacked.Eye {
    private final MergedCells.Finder merged = new MergedCells.Finder();
    private final SheetLength length = new SheetLength();

    @Override
    public void see(byte[] bytes, int count) {
      merged.see(bytes, count);
      length.see(bytes, count);
    }
  }
}
