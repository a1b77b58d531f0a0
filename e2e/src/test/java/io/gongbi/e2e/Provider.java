package io.gongbi.e2e;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider of text messages on this machine, which accepts whatever it is sent. */
final class Provider implements AutoCloseable {
  private final HttpServer server;
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  Provider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/send",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          bodies.add(new String(body, StandardCharsets.UTF_8));
          var answer =
              "{\"code\": \"0\", \"msgid\": \"m%d\"}"
                  .formatted(bodies.size())
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  /** {@code 127.0.0.1:41234}: this machine, as a company would name a host of its own network. */
  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String address() {
    return "http://" + host() + "/send";
  }

  /** What came in, one body a request. */
  List<String> bodies() {
    return bodies;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
