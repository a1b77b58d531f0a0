package io.gongbi.source;

import io.gongbi.fault.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * One HTTP/1.1 request over one connection to a given address, which is closed afterwards. What
 * HTTP is, Apache HttpCore knows; here stands only who is connected to and until when, and the one
 * thing that matters for a message to a customer: whether anything had left when it failed.
 */
final class Wire {
  private static final int LARGEST_ANSWER = 1 << 20;

  private static final DefaultBHttpClientConnectionFactory CONNECTIONS =
      DefaultBHttpClientConnectionFactory.builder()
          .http1Config(
              Http1Config.custom().setMaxLineLength(8 << 10).setMaxHeaderCount(100).build())
          .build();

  /**
   * Closes what is still open at its deadline: whoever waits for it then goes on, however slowly
   * the other side lets its bytes drip.
   */
  private static final ScheduledThreadPoolExecutor DEADLINES =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("outbound-deadline").factory());

  static {
    DEADLINES.setRemoveOnCancelPolicy(true);
  }

  private final Outbound.Request request;
  private final long deadline;

  private Wire(Outbound.Request request) {
    this.request = request;
    deadline = System.nanoTime() + request.patience().toNanos();
  }

  /** An answer longer than anybody needs. */
  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  static Outbound.Answer exchange(List<InetAddress> addresses, Outbound.Request request) {
    return new Wire(request).exchange(addresses);
  }

  private Outbound.Answer exchange(List<InetAddress> addresses) {
    var detail = "no address";
    for (var address : addresses) {
      var plain = new Socket();
      var end =
          DEADLINES.schedule(
              () -> close(plain), deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      try {
        var socket = connect(plain, address);
        return spoken(socket);
      } catch (IOException e) {
        // Nobody answered there, and nothing was said: the next address may be tried.
        detail = detail(e);
      } finally {
        end.cancel(false);
        close(plain);
      }
    }
    return new Outbound.Answer.NotLeft(
        new Fault.Unavailable(
            "source.outbound-unreachable",
            "",
            Map.of("host", AllowedHosts.name(request.target()), "detail", detail)));
  }

  /** Throws only what happens before the first byte of the request. */
  private Socket connect(Socket plain, InetAddress address) throws IOException {
    var target = request.target();
    plain.setTcpNoDelay(true);
    plain.connect(new InetSocketAddress(address, AllowedHosts.port(target)));
    if (!target.getScheme().equalsIgnoreCase("https")) return plain;
    var tls =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, AllowedHosts.name(target), AllowedHosts.port(target), true);
    var parameters = tls.getSSLParameters();
    // The certificate must be of the name that was allowed, whatever address stood for it.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  /** From here on nobody may say that nothing left. */
  private Outbound.Answer spoken(Socket socket) {
    try (var connection = CONNECTIONS.createConnection(socket)) {
      var executor = new HttpRequestExecutor();
      try (var response = executor.execute(message(), connection, HttpCoreContext.create())) {
        return new Outbound.Answer.Spoken(response.getCode(), body(response));
      }
    } catch (IOException | HttpException e) {
      return new Outbound.Answer.Unknown(detail(e));
    }
  }

  private ClassicHttpRequest message() {
    var body = request.body().getBytes(StandardCharsets.UTF_8);
    // Signs beyond ASCII travel encoded.
    var target = URI.create(request.target().toASCIIString());
    var path =
        target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    var query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    var message = new BasicClassicHttpRequest(request.method(), path + query);
    var port = target.getPort() < 0 ? "" : ":" + target.getPort();
    message.addHeader("Host", AllowedHosts.name(target) + port);
    message.addHeader("Connection", "close");
    message.addHeader("Accept", "*/*");
    message.addHeader("User-Agent", "gongbi");
    for (var header : request.headers()) message.addHeader(header.name(), header.value());
    if (body.length > 0 || !request.method().equals("GET")) {
      message.addHeader("Content-Length", body.length);
      message.setEntity(new ByteArrayEntity(body, (ContentType) null));
    }
    return message;
  }

  private static String body(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    if (entity == null) return "";
    if (entity.getContentLength() > LARGEST_ANSWER) throw new TooLarge();
    var bytes = entity.getContent().readNBytes(LARGEST_ANSWER + 1);
    if (bytes.length > LARGEST_ANSWER) throw new TooLarge();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String detail(Exception e) {
    if (System.nanoTime() >= deadline) return "timeout";
    return switch (e) {
      case TooLarge _ -> "answer too large";
      case NoHttpResponseException _, ConnectionClosedException _, EOFException _ ->
          "connection closed";
      case MalformedChunkCodingException _, MessageConstraintException _, HttpException _ ->
          "not HTTP";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // All is said: how it ends changes nothing of what was heard.
    }
  }
}
