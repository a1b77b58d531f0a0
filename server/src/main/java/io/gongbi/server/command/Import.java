package io.gongbi.server.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gongbi import FILES}: brings files in, by a mapping given or suggested. */
@Command(name = "import", resourceBundle = "io.gongbi.server.command.help")
final class Import implements Runnable {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Mixin private FolderOption folder = new FolderOption();

  @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "import.files")
  private List<Path> files = List.of();

  @Option(names = "--mapping", paramLabel = "MAPPING.json")
  private Optional<Path> mapping = Optional.empty();

  @Option(names = "--save-mapping", paramLabel = "MAPPING.json")
  private Optional<Path> saveMapping = Optional.empty();

  @Option(names = "--source", paramLabel = "NAME")
  private Optional<String> source = Optional.empty();

  @Option(names = "--again")
  private boolean again;

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  @Option(names = "--retry", paramLabel = "RUN")
  private Optional<Long> retry = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    if (files.isEmpty() == retry.isEmpty())
      throw new ParameterException(spec.commandLine(), Words.say("command.import-what"));
    var mappings = mapping.map(MappingFile::read);
    var wanted = wanted(mappings);
    try (var office = Office.of(folder.path())) {
      var work = new Importing(office.remote(), System.out);
      office.onStop(work::stop);
      if (retry.isPresent()) {
        work.tell(work.retry(retry.get()));
        return;
      }
      var items = new ArrayList<Importing.Item>();
      for (var file : wanted) {
        var upload = work.upload(file);
        items.add(
            new Importing.Item(
                upload.path("id").asString(""), meaning(work, mappings, file, upload)));
        for (var left : upload.path("left"))
          System.out.println(
              left.path("name").asString("") + ": " + left.path("message").asString(""));
        for (var more : upload.path("more"))
          items.add(
              new Importing.Item(
                  more.path("id").asString(""),
                  meaning(work, mappings, Path.of(more.path("name").asString("file")), more)));
      }
      if (saveMapping.isPresent()) {
        save(saveMapping.get(), items.getFirst().mapping());
        return;
      }
      work.tell(work.bring(items, again));
    }
  }

  /** The files that were named, and those of each folder that was. */
  private List<Path> wanted(Optional<MappingFile> mappings) {
    var wanted = new ArrayList<Path>();
    for (var file : files) {
      if (!Files.isReadable(file))
        throw new Refused(Words.say("command.no-such-file", "file", file.toString()));
      if (!Files.isDirectory(file)) {
        wanted.add(file);
        continue;
      }
      if (mappings.isEmpty())
        throw new Refused(Words.say("command.mapping-needed", "file", file.toString()));
      wanted.addAll(
          mappings
              .get()
              .in(
                  file,
                  left ->
                      System.out.println(
                          Words.say("command.no-mapping-for", "file", left.toString()))));
    }
    return wanted;
  }

  private JsonNode meaning(
      Importing work, Optional<MappingFile> mappings, Path file, JsonNode upload) {
    if (mappings.isPresent())
      return mappings
          .get()
          .of(file)
          .orElseThrow(
              () -> new Refused(Words.say("command.no-mapping-for", "file", file.toString())));
    var suggested = work.suggest(upload, source.orElseGet(() -> named(file)));
    show(file, upload, suggested, System.out);
    if (saveMapping.isEmpty() && !agreed())
      throw new Refused(Words.say("command.not-imported", "file", file.toString()));
    return suggested;
  }

  /** {@code 2026-06 shop.orders.csv} comes from the source {@code shop}, unless somebody says. */
  private static String named(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (var word : name.split("[^a-z]+", -1))
      if (word.length() > 1) return word.substring(0, Math.min(word.length(), 20));
    return "file";
  }

  private static void show(Path file, JsonNode upload, JsonNode mapping, PrintStream out) {
    out.println(
        Words.say(
            "command.suggested",
            "file",
            file.getFileName().toString(),
            "grain",
            mapping.path("grain").asString(""),
            "source",
            mapping.path("source").asString("")));
    var fields = new LinkedHashMap<String, String>();
    for (var column : upload.path("look").path("columns"))
      fields.put(column.path("name").asString(""), "");
    for (var line : mapping.path("lines"))
      fields.put(line.path("column").asString(""), line.path("field").asString(""));
    fields.forEach(
        (column, field) -> out.println("  " + column + "  →  " + (field.isEmpty() ? "-" : field)));
    var key = new ArrayList<String>();
    mapping.path("key").forEach(k -> key.add(k.asString("")));
    out.println(
        key.isEmpty()
            ? Words.say("command.no-key")
            : Words.say("command.key", "key", String.join(" + ", key)));
  }

  private boolean agreed() {
    if (yes) return true;
    if (!Screen.isThere()) throw new Refused(Words.say("command.say-yes"));
    System.out.print(Words.say("command.agree") + " ");
    System.out.flush();
    var answer = new Scanner(System.in, StandardCharsets.UTF_8).nextLine().strip();
    return List.of("y", "yes", "是", "").contains(answer.toLowerCase(Locale.ROOT));
  }

  private static void save(Path file, JsonNode mapping) {
    try {
      var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(mapping);
      Files.writeString(file, text + "\n");
      System.out.println(Words.say("command.mapping-saved", "file", file.toString()));
    } catch (IOException e) {
      throw new Refused(
          Words.say(
              "command.cannot-write",
              "file",
              file.toString(),
              "detail",
              String.valueOf(e.getMessage())));
    }
  }
}
