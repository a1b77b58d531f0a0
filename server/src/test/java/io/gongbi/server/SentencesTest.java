package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the server and the terminal say, they say in both languages. */
class SentencesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern SAID =
      Pattern.compile("\"((?:server|command)\\.[a-z][a-z0-9-]*[a-z0-9])\"");
  private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+}");

  @Test
  void sentence_standsInBothLanguages_withTheSameWords() throws IOException {
    for (var file : List.of("messages/server", "messages/command")) {
      var zh = read(file + ".zh.properties");
      var en = read(file + ".en.properties");
      assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
      for (var key : zh.stringPropertyNames())
        assertThat(places(zh.getProperty(key))).as(key).isEqualTo(places(en.getProperty(key)));
    }
    assertThat(read("io/gongbi/server/command/help.properties").stringPropertyNames())
        .isEqualTo(read("io/gongbi/server/command/help_zh.properties").stringPropertyNames());
  }

  @Test
  void sentence_stands_forEveryCodeInTheSource() throws IOException {
    var known = new TreeSet<>(read("messages/server.zh.properties").stringPropertyNames());
    known.addAll(read("messages/command.zh.properties").stringPropertyNames());
    var said = new TreeSet<String>();
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList())
        SAID.matcher(Files.readString(file)).results().forEach(m -> said.add(m.group(1)));
    }
    said.removeIf(code -> code.startsWith("server.servlet") || code.startsWith("server.tomcat"));
    said.removeAll(List.of("server.address", "server.port", "server.json"));
    assertThat(said).isNotEmpty();
    assertThat(known).containsAll(said);
  }

  private static Set<String> places(String sentence) {
    var places = new TreeSet<String>();
    PLACE.matcher(sentence).results().forEach(m -> places.add(m.group()));
    return places;
  }

  private static Properties read(String path) throws IOException {
    var read = new Properties();
    try (var in = SentencesTest.class.getClassLoader().getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return read;
  }
}
