package io.gongbi.bench;

import io.gongbi.sample.SampleMall;
import io.gongbi.sample.Written;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The files of a demo company, written once for both sides of a comparison, in the order in which
 * they are imported. What DuckDB alone cannot read, the workbook and the GB18030 file, lies there a
 * second time as plain UTF-8 text for the side by hand.
 */
record MallFiles(Path folder, List<Entry> files) {
  static final String MEMBERS = "members.csv";
  static final String TILL = "till.csv";
  static final String USERS = "shop-用户.csv";

  /** The files that are there to say who somebody is, and the tills, where cards are shown. */
  static final Set<String> NAMING =
      Set.of("crm-会员.xlsx", USERS, "wechat-小程序用户.csv", "pos-门店销售.csv");

  private static final long SEED = 42;
  private static final String LIST = "files.txt";
  private static final int TITLE_AND_HEADS = 3;
  private static final int COLUMNS = 18;
  private static final int REGISTERED = 16;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Charset TILL_CHARSET = Charset.forName("GB18030");

  /** A file and its rows, header not counted. */
  record Entry(Path path, long rows) {
    String name() {
      return path.getFileName().toString();
    }
  }

  MallFiles {
    files = List.copyOf(files);
  }

  long rows() {
    return files.stream().mapToLong(Entry::rows).sum();
  }

  static MallFiles write(Path folder, int customers) throws IOException {
    return write(folder, customers, SEED);
  }

  /** Another seed makes another company. */
  static MallFiles write(Path folder, int customers, long seed) throws IOException {
    var written = new SampleMall(seed, customers, SampleMall.DEFAULT_END).write(folder);
    copyPlainly(folder, written);
    var files =
        written.all().stream().map(f -> new Entry(f.path(), f.rows())).collect(Collectors.toList());
    Files.writeString(
        folder.resolve(LIST),
        files.stream().map(f -> f.rows() + "\t" + f.name() + "\n").collect(Collectors.joining()));
    return new MallFiles(folder, files);
  }

  /** Those that another process has written. */
  static MallFiles in(Path folder) throws IOException {
    var files = new ArrayList<Entry>();
    for (var line : Files.readAllLines(folder.resolve(LIST))) {
      var parts = line.split("\t", 2);
      files.add(new Entry(folder.resolve(parts[1]), Long.parseLong(parts[0])));
    }
    return new MallFiles(folder, files);
  }

  private static void copyPlainly(Path folder, Written written) throws IOException {
    plain(written.members().path(), folder.resolve(MEMBERS));
    try (var till = Files.newBufferedReader(written.till().path(), TILL_CHARSET);
        var copy = Files.newBufferedWriter(folder.resolve(TILL), StandardCharsets.UTF_8)) {
      till.transferTo(copy);
    }
  }

  private static void plain(Path workbook, Path text) throws IOException {
    try (var book = new ReadableWorkbook(workbook.toFile());
        Stream<Row> rows = book.getFirstSheet().openStream();
        var out = Files.newBufferedWriter(text, StandardCharsets.UTF_8)) {
      var each = rows.skip(TITLE_AND_HEADS).iterator();
      while (each.hasNext()) write(each.next(), out);
    }
  }

  private static void write(Row row, BufferedWriter out) throws IOException {
    out.write(
        IntStream.range(0, COLUMNS)
            .mapToObj(
                i -> i == REGISTERED ? row.getCellAsDate(i).map(MOMENT::format) : text(row, i))
            .map(t -> t.orElse(""))
            .map(t -> t.isEmpty() ? "" : '"' + t.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(",", "", "\n")));
  }

  private static Optional<String> text(Row row, int column) {
    return row.getOptionalCell(column)
        .map(c -> c.getRawValue() == null ? c.getText() : c.getRawValue());
  }
}
