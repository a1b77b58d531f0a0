package io.gongbi.channel.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A real HTTP server on this machine that behaves like an SMS provider: it notes each message that
 * reaches it, by its key, and answers as it is told to.
 */
public final class FakeGateway implements AutoCloseable {
  /** What it does with a request of which it has noted the messages. */
  public interface Manners {
    void with(HttpExchange exchange, Request request) throws IOException;
  }

  /** One request as it came. */
  public record Request(
      String method, String target, Map<String, List<String>> headers, String body) {
    /** The keys {@code m17} in it. */
    public List<String> keys() {
      return Pattern.compile("\\b[mt][0-9]+\\b")
          .matcher(body + target)
          .results()
          .map(r -> r.group())
          .toList();
    }
  }

  private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}");

  private final HttpServer server;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private volatile Manners manners = FakeGateway::accept;

  public FakeGateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::hear);
    server.start();
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              body);
      requests.add(request);
      manners.with(exchange, request);
    }
  }

  public FakeGateway behaving(Manners next) {
    manners = next;
    return this;
  }

  /** {@code code 0} and an id for each. */
  public static void accept(HttpExchange exchange, Request request) throws IOException {
    var key = request.keys().isEmpty() ? "" : request.keys().getFirst();
    answer(exchange, 200, "{\"code\":\"0\",\"msgid\":\"p-%s\"}".formatted(key));
  }

  public static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Hangs up without a word. */
  public static void hangUp(HttpExchange exchange, Request request) {
    exchange.close();
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The numbers that messages were for, in the order of their coming. */
  public List<String> phones() {
    return requests().stream()
        .flatMap(r -> PHONE.matcher(r.body() + r.target()).results().map(m -> m.group()))
        .toList();
  }

  /** {@code 127.0.0.1:port}, as the list of allowed hosts names it. */
  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
