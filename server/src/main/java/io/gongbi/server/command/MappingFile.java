package io.gongbi.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code --mapping} names: one mapping for every file, or a list of {@code {"file":
 * "orders-*.csv", "mapping": {…}}}, of which a file takes the first that its name fits.
 */
record MappingFile(List<Entry> entries) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The mapping of the files whose names fit. */
  record Entry(String pattern, JsonNode mapping) {
    boolean fits(Path file) {
      return matcher().matches(file.getFileName());
    }

    private PathMatcher matcher() {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }
  }

  MappingFile {
    entries = List.copyOf(entries);
  }

  static MappingFile read(Path file) {
    JsonNode written;
    try {
      written = JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new Refused(Words.say("command.no-such-file", "file", file.toString()));
    } catch (JacksonException e) {
      throw new Refused(Words.say("command.not-json", "file", file.toString()));
    }
    if (!written.isArray()) return new MappingFile(List.of(new Entry("*", written)));
    var entries = new ArrayList<Entry>();
    for (var each : written) {
      var entry = new Entry(each.path("file").asString(""), each.path("mapping"));
      if (entry.pattern().isEmpty() || !entry.mapping().isObject() || !isPattern(entry))
        throw new Refused(Words.say("command.mapping-list", "file", file.toString()));
      entries.add(entry);
    }
    return new MappingFile(entries);
  }

  private static boolean isPattern(Entry entry) {
    try {
      entry.matcher();
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  Optional<JsonNode> of(Path file) {
    return entries.stream().filter(e -> e.fits(file)).map(Entry::mapping).findFirst();
  }

  /**
   * The files of a folder in the order of the entries, then of names. What no entry names is told
   * to {@code left}; an entry that no file fits is refused, since something was expected there.
   */
  List<Path> in(Path folder, Consumer<Path> left) {
    var files = files(folder);
    var ordered = new ArrayList<Path>();
    for (var entry : entries) {
      var fitting = files.stream().filter(f -> !ordered.contains(f)).filter(entry::fits).toList();
      if (files.stream().noneMatch(entry::fits))
        throw new Refused(
            Words.say(
                "command.no-file-for", "folder", folder.toString(), "pattern", entry.pattern()));
      ordered.addAll(fitting);
    }
    files.stream().filter(f -> !ordered.contains(f)).forEach(left);
    return ordered;
  }

  /** Without what begins with a dot, which nobody put there to be imported. */
  private static List<Path> files(Path folder) {
    try (var all = Files.list(folder)) {
      var files =
          all.filter(Files::isRegularFile)
              .filter(f -> !f.getFileName().toString().startsWith("."))
              .sorted()
              .toList();
      if (files.isEmpty())
        throw new Refused(Words.say("command.nothing-in-folder", "folder", folder.toString()));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
