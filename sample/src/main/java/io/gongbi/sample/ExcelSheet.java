package io.gongbi.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One worksheet, streamed. The library stamps the hour of writing into the workbook; the finished
 * file is copied once with a fixed stamp, because the same seed must give the same bytes.
 */
final class ExcelSheet implements Sheet {

  private static final LocalDateTime STAMP = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final String CREATED = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">";
  private static final Pattern MERGED = Pattern.compile("<mergeCell ref=\"[A-Z0-9:]+\"/>");
  private static final int TAIL = 8_192;
  private static final int ROWS_IN_MEMORY = 1_000;

  private final Path file;
  private final Path draft;
  private final OutputStream out;
  private final Workbook book;
  private final Worksheet sheet;
  private int next;

  /**
   * A heading over some columns, merged across them; over one column, it is that column's own
   * heading, merged down to the row of the names.
   */
  record Group(String label, int columns) {}

  /** Lines above the first row, when there are a title and groups. */
  static final int HEAD = 3;

  ExcelSheet(Path file, String name, Object... header) throws IOException {
    this(file, name);
    sheet.freezePane(0, 1);
    head(header);
  }

  /** As people format a list for people: a title over all of it, and groups over the names. */
  ExcelSheet(Path file, String name, String title, List<Group> groups, Object... header)
      throws IOException {
    this(file, name);
    sheet.freezePane(0, HEAD);
    row(title);
    sheet.range(0, 0, 0, header.length - 1).merge();
    sheet.range(0, 0, 0, header.length - 1).style().bold().horizontalAlignment("center").set();
    Object[] names = header.clone();
    int column = 0;
    for (Group group : groups) {
      sheet.inlineString(1, column, group.label());
      int last = column + group.columns() - 1;
      sheet.range(1, column, group.columns() == 1 ? 2 : 1, last).merge();
      if (group.columns() == 1) {
        names[column] = "";
      }
      column = last + 1;
    }
    sheet.range(1, 0, 1, header.length - 1).style().bold().horizontalAlignment("center").set();
    next++;
    head(names);
  }

  private ExcelSheet(Path file, String name) throws IOException {
    this.file = file;
    draft = file.resolveSibling(file.getFileName() + ".draft");
    out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
    book = new Workbook(out, "SampleMall", "1.0");
    book.setCompressionLevel(1);
    sheet = book.newWorksheet(name);
  }

  private void head(Object... header) throws IOException {
    for (int column = 0; column < header.length; column++) {
      sheet.width(column, header[column].toString().endsWith("时间") ? 20 : 14);
    }
    row(header);
    sheet.range(next - 1, 0, next - 1, header.length - 1).style().bold().set();
  }

  @Override
  public void row(Object... cells) throws IOException {
    for (int column = 0; column < cells.length; column++) {
      switch (cells[column]) {
        case LocalDateTime moment -> {
          sheet.value(next, column, moment);
          sheet.style(next, column).format("yyyy-mm-dd hh:mm:ss").set();
        }
        case Long number -> sheet.value(next, column, number);
        case Object text when text.toString().isEmpty() -> {}
        case Object text -> sheet.inlineString(next, column, text.toString());
      }
    }
    next++;
    if (next % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    book.finish();
    out.close();
    try (ZipFile in = new ZipFile(draft.toFile());
        ZipOutputStream copy =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry stamped = new ZipEntry(entry.getName());
        stamped.setTimeLocal(STAMP);
        copy.putNextEntry(stamped);
        try (InputStream content = in.getInputStream(entry)) {
          if (entry.getName().equals("docProps/core.xml")) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            copy.write(stamped(text).getBytes(StandardCharsets.UTF_8));
          } else if (entry.getName().startsWith("xl/worksheets/sheet")) {
            copySheet(content, entry.getSize(), copy);
          } else {
            content.transferTo(copy);
          }
        }
        copy.closeEntry();
      }
    }
    Files.delete(draft);
  }

  /**
   * The library keeps what is merged in a set whose order is chance; it stands in the sheet's end.
   */
  private static void copySheet(InputStream content, long size, OutputStream copy)
      throws IOException {
    for (long left = size - TAIL; left > 0; ) {
      byte[] part = content.readNBytes((int) Math.min(left, 1 << 16));
      copy.write(part);
      left -= part.length;
    }
    // One char a byte, so that a character cut in two comes out whole.
    String end = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
    Iterator<String> sorted =
        MERGED.matcher(end).results().map(MatchResult::group).sorted().iterator();
    copy.write(
        MERGED
            .matcher(end)
            .replaceAll(found -> sorted.next())
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String stamped(String properties) {
    int from = properties.indexOf(CREATED) + CREATED.length();
    int until = properties.indexOf('<', from);
    return properties.substring(0, from) + STAMP + ":00Z" + properties.substring(until);
  }
}
