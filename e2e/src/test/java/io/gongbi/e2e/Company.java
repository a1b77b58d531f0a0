package io.gongbi.e2e;

import io.gongbi.sample.SampleMall;
import io.gongbi.sample.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A company on its first day: the files that its systems export, the truth about them, and the
 * packaged server over an empty folder.
 */
final class Company implements AutoCloseable {
  static final int PEOPLE = 2000;
  private static final long SEED = 42;
  private static final long START_SECONDS = 90;

  private final Path home;
  private final Written files;
  private final Server server;

  private Company(Path home, Written files, Server server) {
    this.home = home;
    this.files = files;
    this.server = server;
  }

  static Company open() throws Exception {
    var home = Files.createTempDirectory("gongbi-walk");
    var files =
        new SampleMall(SEED, PEOPLE, SampleMall.DEFAULT_END)
            .write(home.resolve("files"), home.resolve("truth"));
    return new Company(home, files, Server.start("serve", home.resolve("data"), START_SECONDS));
  }

  /** As the browser types it, without a slash at the end. */
  String address() {
    return server.address();
  }

  /** The one-time link that the terminal prints at the first start. */
  String setUpLink() {
    return server.link();
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
    server.close();
    delete(home);
  }

  static void delete(Path folder) throws IOException {
    try (var found = Files.walk(folder)) {
      for (var path : found.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }
}
