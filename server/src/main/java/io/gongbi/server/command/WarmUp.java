package io.gongbi.server.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * One start and one first page on a folder of its own, for the start script: the JVM notes what
 * that loads and keeps it ready for the starts to come.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUp implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("gongbi-warm-up");
    try (var serving = Serving.start(folder, "127.0.0.1", 0);
        var client = HttpClient.newHttpClient()) {
      var file = serving.file();
      for (var path : List.of("/", "/api/setup", "/api/session", "/api/refresh/runs", "/api/none"))
        client.send(request(file.address().resolve(path), file.token()), BodyHandlers.discarding());
    } finally {
      delete(folder);
    }
    return 0;
  }

  private static HttpRequest request(URI address, String token) {
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
