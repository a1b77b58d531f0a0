package io.gongbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Starts work that is to be killed in processes of its own, as cheaply as may be. The first one
 * that ends by itself leaves an archive of its loaded classes for the later ones, which the JVM
 * takes from jars only: folders of classes are packed once. And DuckDB's library, 70 MB that every
 * start would unpack anew and every kill leave behind, is unpacked once and laid beside its jar.
 */
final class KillableWork {
  private static final String LIBRARY = "libduckdb_java.so_";

  private final Path folder;
  private final String classPath;
  private final Class<?> work;

  private KillableWork(Path folder, String classPath, Class<?> work) {
    this.folder = folder;
    this.classPath = classPath;
    this.work = work;
  }

  /** {@code work}: a class with a {@code main} that takes a folder and a number of rounds. */
  static KillableWork in(Path folder, Class<?> work) throws IOException {
    var jars = Files.createDirectory(folder.resolve("jars"));
    var parts = new ArrayList<String>();
    for (var part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      var path = Path.of(part);
      if (Files.isDirectory(path)) {
        parts.add(packed(path, jars.resolve(parts.size() + ".jar")).toString());
      } else if (part.contains("duckdb_jdbc")) {
        parts.add(unpacked(path, jars).toString());
      } else {
        parts.add(part);
      }
    }
    return new KillableWork(folder, String.join(File.pathSeparator, parts), work);
  }

  private static Path packed(Path classes, Path jar) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  /** The driver's classes as a jar of their own, and this machine's library as a file beside it. */
  private static Path unpacked(Path driver, Path jars) throws IOException {
    var jar = jars.resolve("duckdb.jar");
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).substring(0, 3);
    try (var in = new JarFile(driver.toFile());
        var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var entry : Collections.list(in.entries())) {
        try (var content = in.getInputStream(entry)) {
          if (!entry.getName().startsWith(LIBRARY)) {
            out.putNextEntry(new JarEntry(entry.getName()));
            content.transferTo(out);
            out.closeEntry();
          } else if (entry.getName().startsWith(LIBRARY + system)) {
            Files.copy(content, jars.resolve(entry.getName()));
          }
        }
      }
    }
    return jar;
  }

  Started start(Path place, int rounds, String... manner) throws IOException {
    var command =
        Stream.of(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                "-Djava.io.tmpdir=" + folder,
                "-Xlog:disable",
                "-Xmx512m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classPath,
                work.getName(),
                place.toString(),
                Integer.toString(rounds)),
            Arrays.stream(manner));
    return new Started(
        new ProcessBuilder(command.flatMap(s -> s).toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** One process at work. */
  static final class Started {
    private final Process process;
    private final BufferedReader said;
    private String last = "";

    Started(Process process) {
      this.process = process;
      this.said = process.inputReader();
    }

    /** Waits until it says this; false when it ended before. */
    boolean reach(String word) throws IOException {
      while (hear()) {
        if (last.equals(word)) return true;
      }
      return false;
    }

    private boolean hear() throws IOException {
      var line = said.readLine();
      if (line != null) last = line;
      return line != null;
    }

    /** Whether it has not ended yet. */
    boolean isAlive() {
      return process.isAlive();
    }

    /** Its last word: what was under way, if it is the name of a phase. */
    String kill() throws IOException, InterruptedException {
      // By its handle: what it said before can then still be read.
      process.toHandle().destroyForcibly();
      while (hear()) {}
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      return last;
    }

    void finish() throws IOException, InterruptedException {
      assertThat(reach("done")).isTrue();
      assertThat(process.waitFor()).isZero();
    }

    /** Lets it finish, and says how long each phase took the first time, in milliseconds. */
    Map<String, Long> timed(List<String> phases) throws IOException, InterruptedException {
      var took = new HashMap<String, Long>();
      var under = "";
      long since = System.nanoTime();
      while (hear()) {
        if (phases.contains(under)) {
          took.putIfAbsent(under, (System.nanoTime() - since) / 1_000_000);
        }
        under = last;
        since = System.nanoTime();
      }
      assertThat(last).isEqualTo("done");
      assertThat(process.waitFor()).isZero();
      assertThat(took.keySet()).containsExactlyInAnyOrderElementsOf(phases);
      return Map.copyOf(took);
    }
  }
}
