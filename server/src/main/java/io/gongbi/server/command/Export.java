package io.gongbi.server.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongbi export segment s1 --to FILE}: lists that leave the house. */
@Command(
    name = "export",
    resourceBundle = "io.gongbi.server.command.help",
    subcommands = {Export.OfSegment.class, Export.OfLinks.class})
final class Export implements Runnable {
  @Override
  public void run() {
    throw new Refused(Words.say("command.export-what"));
  }

  /** The customers of a segment. */
  @Command(name = "segment", resourceBundle = "io.gongbi.server.command.help")
  static final class OfSegment implements Runnable {
    @Mixin private FolderOption folder = new FolderOption();

    @Parameters(paramLabel = "SEGMENT", descriptionKey = "export.segment")
    private String segment = "";

    @Option(names = "--to", required = true, paramLabel = "FILE")
    private Path to = Path.of("");

    @Option(names = "--columns", split = ",", paramLabel = "COLUMN")
    private List<String> columns =
        List.of("name", "phone", "city", "level", "orders", "net_revenue", "last_order_day");

    @Override
    public void run() {
      var name = to.getFileName().toString().toLowerCase(Locale.ROOT);
      var format = name.endsWith(".xlsx") ? "xlsx" : name.endsWith(".csv") ? "csv" : "";
      if (format.isEmpty())
        throw new Refused(Words.say("command.csv-or-xlsx", "file", to.toString()));
      download(
          folder,
          "/api/segments/" + URLEncoder.encode(segment, StandardCharsets.UTF_8) + "/export",
          Map.of("format", format, "columns", columns),
          to);
    }
  }

  /** Whose each record of each source is. */
  @Command(name = "links", resourceBundle = "io.gongbi.server.command.help")
  static final class OfLinks implements Runnable {
    @Mixin private FolderOption folder = new FolderOption();

    @Option(names = "--to", required = true, paramLabel = "FILE")
    private Path to = Path.of("");

    @Override
    public void run() {
      if (!to.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
        throw new Refused(Words.say("command.csv", "file", to.toString()));
      download(folder, "/api/identity/links/export", Map.of(), to);
    }
  }

  private static void download(FolderOption folder, String path, Object body, Path to) {
    var file = to.toAbsolutePath();
    var parent = file.getParent();
    if (parent == null || !Files.isDirectory(parent))
      throw new Refused(Words.say("command.cannot-write", "file", to.toString(), "detail", ""));
    try (var office = Office.of(folder.path())) {
      office.remote().download(path, body, file);
    }
    System.out.println(Words.say("command.exported", "file", to.toString()));
  }
}
