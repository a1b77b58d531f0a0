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
  private static final int ROWS_IN_MEMORY = 1_000;

  private final Path file;
  private final Path draft;
  private final OutputStream out;
  private final Workbook book;
  private final Worksheet sheet;
  private int next;

  ExcelSheet(Path file, String name, Object... header) throws IOException {
    this.file = file;
    draft = file.resolveSibling(file.getFileName() + ".draft");
    out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
    book = new Workbook(out, "SampleMall", "1.0");
    book.setCompressionLevel(1);
    sheet = book.newWorksheet(name);
    sheet.freezePane(0, 1);
    for (int column = 0; column < header.length; column++) {
      sheet.width(column, header[column].toString().endsWith("时间") ? 20 : 14);
    }
    row(header);
    sheet.range(0, 0, 0, header.length - 1).style().bold().set();
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
          } else {
            content.transferTo(copy);
          }
        }
        copy.closeEntry();
      }
    }
    Files.delete(draft);
  }

  private static String stamped(String properties) {
    int from = properties.indexOf(CREATED) + CREATED.length();
    int until = properties.indexOf('<', from);
    return properties.substring(0, from) + STAMP + ":00Z" + properties.substring(until);
  }
}
