package io.gongbi.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cells of a sheet that were merged downwards: shops merge the order number over the lines of an
 * order, and only the first row holds it. The rows below get it back; merging to the right, as for
 * titles, says nothing of single columns and is left alone.
 */
final class MergedCells {
  /** Columns count from 0, rows from 1, both bounds included. */
  private record Region(int column, int top, int bottom) {}

  private static final Pattern REF =
      Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})");
  private static final int MOST = 500_000;

  private final List<Region> regions;

  private MergedCells(List<Region> regions) {
    this.regions = regions;
  }

  static MergedCells none() {
    return new MergedCells(List.of());
  }

  /** Finds {@code <mergeCell ref="A2:A5"/>} in the bytes of a sheet as they pass by. */
  static final class Finder implements Unpacked.Eye {
    private static final byte[] MARK = "mergeCell ref=\"".getBytes(StandardCharsets.US_ASCII);

    private final List<Region> found = new ArrayList<>();
    private final StringBuilder ref = new StringBuilder();
    private int matched;

    @Override
    public void see(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        byte b = bytes[i];
        if (matched < MARK.length) {
          // No prefix of the mark repeats inside it, so a mismatch starts anew.
          matched = b == MARK[matched] ? matched + 1 : b == MARK[0] ? 1 : 0;
        } else if (b == '"' || ref.length() > 20) {
          add();
          ref.setLength(0);
          matched = 0;
        } else {
          ref.append((char) b);
        }
      }
    }

    private void add() {
      var m = REF.matcher(ref);
      if (!m.matches() || found.size() == MOST) return;
      int column = 0;
      for (char c : m.group(1).toCharArray()) column = column * 26 + c - 'A' + 1;
      int top = Integer.parseInt(m.group(2));
      int bottom = Integer.parseInt(m.group(3));
      if (bottom > top) found.add(new Region(column - 1, top, bottom));
    }

    MergedCells cells() {
      return new MergedCells(found.stream().sorted(Comparator.comparingInt(Region::top)).toList());
    }
  }

  /** For one walk down the sheet. */
  Filler filler() {
    return new Filler();
  }

  /** Gives rows back what the merged cell above them says. */
  final class Filler {
    private record Open(Region region, String text) {}

    private final List<Open> open = new ArrayList<>();
    private int next;

    /** Rows come in order, none of them twice. */
    List<String> fill(int row, List<String> cells) {
      if (regions.isEmpty()) return cells;
      open.removeIf(o -> o.region().bottom() < row);
      var filled = open.isEmpty() ? cells : new ArrayList<>(cells);
      for (var o : open) {
        int column = o.region().column();
        while (filled.size() <= column) filled.add("");
        if (filled.get(column).isEmpty()) filled.set(column, o.text());
      }
      for (; next < regions.size() && regions.get(next).top() <= row; next++) {
        var region = regions.get(next);
        int column = region.column();
        if (region.top() == row && column < filled.size() && !filled.get(column).isEmpty()) {
          open.add(new Open(region, filled.get(column)));
        }
      }
      return filled;
    }
  }
}
