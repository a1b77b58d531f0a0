package io.gongbi.e2e;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the screens say, in the language of whoever walks: {@code profile.decide.merge} is 合并 or
 * Merge, as the text file of that folder of the front end has it.
 */
final class Words {
  private static final Path SOURCES =
      Path.of(System.getProperty("gongbi.root", ".."), "web", "src");

  private final String language;

  Words(String language) {
    this.language = language;
  }

  /** The words of a key, {@code {{n}}} and the like filled in with what is given by name. */
  String say(String key, String... given) {
    var steps = key.split("\\.");
    Object found = texts(steps[0]);
    for (int i = 1; i < steps.length; i++) {
      found = found instanceof Map<?, ?> map ? map.get(steps[i]) : null;
    }
    if (!(found instanceof String said)) throw new IllegalArgumentException("no words: " + key);
    for (int i = 0; i < given.length; i += 2) {
      said = said.replace("{{" + given[i] + "}}", given[i + 1]);
    }
    return said;
  }

  private Map<?, ?> texts(String folder) {
    try {
      var file = SOURCES.resolve(folder).resolve("text." + language + ".json");
      return new Gson().fromJson(Files.readString(file), Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
