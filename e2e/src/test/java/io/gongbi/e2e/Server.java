package io.gongbi.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged server as a process of its own, as {@code gongbi} starts it. */
final class Server implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("(http://\\S+)(/login\\?token=\\S+)");
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final List<String> said = new ArrayList<>();
  private String address = "";
  private String link = "";

  private Server(Process process) {
    this.process = process;
  }

  /**
   * {@code gongbi COMMAND --folder FOLDER} on any port that is free; back when it has printed its
   * one-time link.
   */
  static Server start(String command, Path folder, long seconds) throws Exception {
    var words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-Dstdout.encoding=UTF-8",
            "-jar",
            System.getProperty("gongbi.jar"),
            command,
            "--folder",
            folder.toString(),
            "--port",
            "0");
    var server = new Server(new ProcessBuilder(words).redirectErrorStream(true).start());
    var ready = new CompletableFuture<Void>();
    Thread.ofVirtual().start(() -> server.listen(ready));
    ready.get(seconds, TimeUnit.SECONDS);
    return server;
  }

  /** Until the link is printed, then on, so that the pipe never fills. */
  private void listen(CompletableFuture<Void> ready) {
    try (var lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        var found = LINK.matcher(line);
        if (!ready.isDone() && found.find()) {
          address = found.group(1);
          link = found.group();
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

  /** The one-time link that the terminal prints. */
  String link() {
    return link;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
  }
}
