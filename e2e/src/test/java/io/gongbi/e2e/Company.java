package io.gongbi.e2e;

import io.gongbi.sample.SampleMall;
import io.gongbi.sample.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A company on its first day: the files that its systems export, the truth about them, and the
 * packaged server, as {@code gongbi serve} starts it, over an empty folder.
 */
final class Company implements AutoCloseable {
  static final int PEOPLE = 2000;
  private static final long SEED = 42;
  private static final Pattern LINK = Pattern.compile("(http://\\S+)(/login\\?token=\\S+)");
  private static final long START_SECONDS = 90;
  private static final long STOP_SECONDS = 30;

  private final Path home;
  private final Written files;
  private final Process server;
  private final List<String> said = new ArrayList<>();
  private String address = "";
  private String setUp = "";

  private Company(Path home) throws IOException {
    this.home = home;
    this.files =
        new SampleMall(SEED, PEOPLE, SampleMall.DEFAULT_END)
            .write(home.resolve("files"), home.resolve("truth"));
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-Dstdout.encoding=UTF-8",
            "-jar",
            System.getProperty("gongbi.jar"),
            "serve",
            "--folder",
            home.resolve("data").toString(),
            "--port",
            "0");
    this.server = new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  static Company open() throws Exception {
    var company = new Company(Files.createTempDirectory("gongbi-walk"));
    var ready = new CompletableFuture<Void>();
    Thread.ofVirtual().start(() -> company.listen(ready));
    ready.get(START_SECONDS, TimeUnit.SECONDS);
    return company;
  }

  /** Until the set-up link is printed, then on, so that the pipe never fills. */
  private void listen(CompletableFuture<Void> ready) {
    try (var lines = server.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        var found = LINK.matcher(line);
        if (!ready.isDone() && found.find()) {
          address = found.group(1);
          setUp = found.group();
          ready.complete(null);
        }
      }
    } catch (IOException e) {
      said.add(e.toString());
    }
    ready.completeExceptionally(new IllegalStateException(String.join("\n", said)));
  }

  /** As the browser types it, without a slash at the end. */
  String address() {
    return address;
  }

  /** The one-time link that the terminal prints at the first start. */
  String setUpLink() {
    return setUp;
  }

  Written files() {
    return files;
  }

  /** A folder of its own for whatever else the walk writes. */
  Path home() {
    return home;
  }

  /** The lines of a file of the truth, its header left out, cut at the commas. */
  List<String[]> truth(String file) throws IOException {
    try (var lines = Files.lines(home.resolve("truth").resolve(file))) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    }
  }

  /** How many lines of this file must not come through as clean rows. */
  long flawed(Path file) throws IOException {
    var name = file.getFileName().toString();
    return truth("flaws.csv").stream().filter(cells -> cells[0].equals(name)).count();
  }

  @Override
  public void close() throws IOException {
    server.destroy();
    server.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    try (var found = Files.walk(home)) {
      for (var path : found.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }
}
