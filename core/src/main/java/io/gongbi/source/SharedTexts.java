package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.util.Map;

/**
 * What the shared texts of a workbook will take in memory once its rows are read, found while their
 * bytes pass by. Excel keeps every different text once, apart from the cells that show it, and a
 * cell can only be read when all of them are at hand: unlike rows they do not stream.
 *
 * <p>A million rows with a name, a number and an address each: 3 million texts, 120 MB as they are
 * written and 64 bytes more for each in memory, 310 MB altogether. With a heap of 512 MB that is as
 * much as may be; with twice as many such a workbook is refused before it is read, and saved as CSV
 * it comes in, however long it is.
 */
final class SharedTexts implements Unpacked.Eye {
  /** Of the heap: the rest is for the server that goes on meanwhile. */
  private static final double MOST_OF_HEAP = 0.6;

  /** A text's own weight: two objects, their lengths, a place in the list. */
  private static final long EACH = 64;

  private final String name;
  private final long most;
  private long bytes;
  private long texts;
  private int before;
  private int beforeThat;
  private int first;

  SharedTexts(String name) {
    this(name, (long) (Runtime.getRuntime().maxMemory() * MOST_OF_HEAP));
  }

  /** {@code most}: how many bytes of memory they may take. */
  SharedTexts(String name, long most) {
    this.name = name;
    this.most = most;
  }

  /** Throws {@code source.too-many-texts} as soon as it is clear that they will not fit. */
  @Override
  public void see(byte[] seen, int length) {
    bytes += length;
    for (int i = 0; i < length; i++) {
      int now = seen[i];
      // </si>, or </x:si> where the file gives everything a prefix.
      if (now == '>' && before == 'i' && beforeThat == 's' && (first == '/' || first == ':')) {
        texts++;
      }
      first = beforeThat;
      beforeThat = before;
      before = now;
    }
    if (memory() > most) throw tooMany();
  }

  /** At most so many bytes. */
  long memory() {
    return bytes + EACH * texts;
  }

  private FaultException tooMany() {
    return new FaultException(
        new Fault.TooLarge("source.too-many-texts", name, Map.of("most", (most >> 20) + " MB")));
  }
}
