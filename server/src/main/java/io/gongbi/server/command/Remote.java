package io.gongbi.server.command;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST of a running server, as the command line calls it. */
final class Remote implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int REFUSED = 400;

  /** What a {@link Refused} is when nobody was there to refuse: the server has ended. */
  static final String GONE = "command.server-gone";

  private final URI address;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  Remote(ServerFile file) {
    this.address = file.address();
    this.token = file.token();
  }

  /** Whether the server that the file names answers to its token. */
  boolean isLive() {
    try {
      var request = request("/api/session").timeout(Duration.ofSeconds(5)).GET().build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  JsonNode get(String path) {
    return json(send(request(path).GET().build()));
  }

  JsonNode post(String path, Object body) {
    return json(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build()));
  }

  JsonNode put(String path, Object body) {
    return json(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build()));
  }

  /** Sends a file as a form does, without holding it in memory. */
  JsonNode upload(String path, Path file) {
    var border = "gongbi-" + Long.toHexString(System.nanoTime());
    var name = file.getFileName().toString().replace("\"", "%22").replace("\n", " ");
    try {
      var body =
          BodyPublishers.concat(
              text("--" + border + "\r\n"),
              text("Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"),
              text("Content-Type: application/octet-stream\r\n\r\n"),
              BodyPublishers.ofFile(file),
              text("\r\n--" + border + "--\r\n"));
      return json(
          send(
              request(path)
                  .header("Content-Type", "multipart/form-data; boundary=" + border)
                  .POST(body)
                  .build()));
    } catch (FileNotFoundException e) {
      throw new Refused(Words.say("command.no-such-file", "file", file.toString()));
    }
  }

  /** Writes what the server answers to a file, complete or not at all. */
  void download(String path, Object body, Path to) {
    var draft = to.resolveSibling(to.getFileName() + ".part");
    var response =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    try (var in = response.body()) {
      Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
      Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Refused(
          Words.say(
              "command.cannot-write",
              "file",
              to.toString(),
              "detail",
              String.valueOf(e.getMessage())));
    }
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Accept-Language", Locale.getDefault().getLanguage());
  }

  private HttpResponse<InputStream> send(HttpRequest request) {
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() >= REFUSED) throw refused(response);
      return response;
    } catch (ConnectException e) {
      throw new Refused(Words.say(GONE, "address", address.toString()), List.of(GONE));
    } catch (IOException e) {
      throw new Refused(
          Words.say(
              "command.connection",
              "address",
              address.toString(),
              "detail",
              String.valueOf(e.getMessage())),
          List.of(GONE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(Words.say("command.stopped"));
    }
  }

  /** What the server said is wrong, a sentence a line; its codes for whoever decides by them. */
  private static Refused refused(HttpResponse<InputStream> response) {
    try (var in = response.body()) {
      var problem = JSON.readTree(in);
      var faults = problem.path("faults").values().stream().toList();
      var text =
          faults.stream()
              .map(f -> f.path("message").asString("") + place(f.path("place").asString("")))
              .collect(Collectors.joining("\n"));
      var codes = faults.stream().map(f -> f.path("code").asString("")).toList();
      return new Refused(text.isBlank() ? problem.path("title").asString("") : text, codes);
    } catch (IOException | JacksonException e) {
      return new Refused("HTTP " + response.statusCode());
    }
  }

  private static String place(String place) {
    return place.isEmpty() ? "" : " (" + place + ")";
  }

  private static JsonNode json(HttpResponse<InputStream> response) {
    try (var in = response.body()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new Refused(
          Words.say("command.connection", "address", response.uri().toString(), "detail", ""),
          List.of(GONE));
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
