package io.gongbi.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * From {@code ./gongbi serve} on an empty folder until the first page and the scripts and styles
 * that it names are there. Everything is built before; the start of the shell script counts.
 */
record Start(Path root, Path scratch) {
  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
  private static final int MOST_SECONDS = 60;

  Turn once() throws IOException, InterruptedException {
    int port = freePort();
    try (var folder = new ScratchFolder(scratch);
        var client = HttpClient.newHttpClient()) {
      var watch = new Stopwatch();
      watch.start();
      var process =
          new ProcessBuilder(
                  root.resolve("gongbi").toString(),
                  "serve",
                  "--folder",
                  folder.path().resolve("company").toString(),
                  "--port",
                  Integer.toString(port))
              .redirectErrorStream(true)
              .redirectOutput(folder.path().resolve("out.log").toFile())
              .start();
      try {
        var page = await(client, process, URI.create("http://127.0.0.1:" + port + "/"));
        watch.lap("page");
        int assets = 0;
        for (var m = ASSET.matcher(page); m.find(); assets++) {
          get(client, URI.create("http://127.0.0.1:" + port + m.group(1)));
        }
        watch.lap("assets");
        if (assets == 0) throw new IOException("a page without scripts and styles:\n" + page);
        return new Turn(
            watch.milliseconds(),
            cpuMilliseconds(process),
            Checksum.builder().put("assets", assets).build(),
            peakBytes(process));
      } finally {
        process.destroy();
        process.onExit().join();
      }
    }
  }

  Series series(Rounds rounds) throws IOException, InterruptedException {
    // Any call builds what is out of date; that is not what is measured.
    int built =
        new ProcessBuilder(root.resolve("gongbi").toString(), "--help")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (built != 0) throw new IOException("./gongbi --help failed in " + root);
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < rounds.all(); i++) {
      var turn = once();
      if (rounds.counts(i)) turns.add(turn);
    }
    return new Series("product", List.copyOf(turns));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String await(HttpClient client, Process process, URI address)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + MOST_SECONDS * 1_000_000_000L;
    while (System.nanoTime() < end) {
      if (!process.isAlive()) throw new IOException("./gongbi serve ended by itself");
      try {
        return get(client, address);
      } catch (java.net.ConnectException e) {
        Thread.sleep(10); // not listening yet
      }
    }
    throw new IOException("no page after " + MOST_SECONDS + " s");
  }

  private static String get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    var answer =
        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new IOException(answer.statusCode() + " " + address);
    return answer.body();
  }

  private static double cpuMilliseconds(Process process) {
    return process.info().totalCpuDuration().map(d -> d.toNanos() / 1e6).orElse(0.0);
  }

  private static OptionalLong peakBytes(Process process) throws IOException {
    return Memory.peakBytes(Path.of("/proc", Long.toString(process.pid()), "status"));
  }
}
