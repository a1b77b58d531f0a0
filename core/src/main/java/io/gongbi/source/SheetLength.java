package io.gongbi.source;

/**
 * Counts the rows of a sheet in its bytes as they pass by, so that reading can say how far it is.
 * What a sheet states of its own size is whatever its maker wrote, and often nothing: this is never
 * more than a few rows off, where a text speaks of {@code <row >} itself.
 */
final class SheetLength implements Unpacked.Eye {
  private static final long LAST_FIVE = 0xFF_FFFF_FFFFL;

  private long last;
  private long rows;

  @Override
  public void see(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      last = (last << 8) | (b & 0xFF);
      if ((b == ' ' || b == '>') && isRow(last & LAST_FIVE)) rows++;
    }
  }

  /** Whether they are {@code <row }, {@code <row>}, or with a prefix {@code :row }. */
  private static boolean isRow(long five) {
    return five == 0x3C_72_6F_77_20L || five == 0x3C_72_6F_77_3EL || five == 0x3A_72_6F_77_20L;
  }

  long rows() {
    return rows;
  }
}
