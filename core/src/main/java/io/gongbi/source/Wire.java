package io.gongbi.source;

import io.gongbi.fault.Fault;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 request over one connection to a given address (RFC 9112), which is closed
 * afterwards. It knows the one thing that matters for a message to a customer: whether anything had
 * left when it failed.
 */
final class Wire {
  private static final int LARGEST_ANSWER = 1 << 20;
  private static final int LONGEST_LINE = 8 << 10;
  private static final int MOST_LINES = 100;

  private final Socket socket;
  private final long deadline;
  private final InputStream in;

  private Wire(Socket socket, long deadline) throws IOException {
    this.socket = socket;
    this.deadline = deadline;
    this.in = new Patient(socket.getInputStream());
  }

  /** An answer that is none. */
  private static final class Garbled extends IOException {
    private static final long serialVersionUID = 1L;

    Garbled(String detail) {
      super(detail);
    }
  }

  static Outbound.Answer exchange(List<InetAddress> addresses, Outbound.Request request) {
    long deadline = System.nanoTime() + request.patience().toNanos();
    IOException failure = new IOException("no address");
    for (var address : addresses) {
      Socket socket;
      try {
        socket = connect(address, request, deadline);
      } catch (IOException e) {
        // Nobody answered there, and nothing was said: the next address may be tried.
        failure = e;
        continue;
      }
      return spoken(socket, deadline, request);
    }
    return new Outbound.Answer.NotLeft(
        new Fault.Unavailable(
            "source.outbound-unreachable",
            "",
            Map.of("host", AllowedHosts.name(request.target()), "detail", detail(failure))));
  }

  /** Throws only what happens before the first byte of the request. */
  private static Socket connect(InetAddress address, Outbound.Request request, long deadline)
      throws IOException {
    var target = request.target();
    var plain = new Socket();
    try {
      plain.setTcpNoDelay(true);
      plain.connect(new InetSocketAddress(address, AllowedHosts.port(target)), left(deadline));
      plain.setSoTimeout(left(deadline));
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
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private static Outbound.Answer spoken(Socket socket, long deadline, Outbound.Request request) {
    try {
      var wire = new Wire(socket, deadline);
      wire.say(request);
      return wire.hear();
    } catch (IOException e) {
      return new Outbound.Answer.Unknown(detail(e));
    } finally {
      close(socket);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // All is said: how it ends changes nothing of what was heard.
    }
  }

  private static String detail(IOException e) {
    return switch (e) {
      case SocketTimeoutException _ -> "timeout";
      case EOFException _ -> "connection closed";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static int left(long deadline) throws SocketTimeoutException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) throw new SocketTimeoutException();
    return (int) Math.min(millis, Integer.MAX_VALUE);
  }

  private void say(Outbound.Request request) throws IOException {
    var body = request.body().getBytes(StandardCharsets.UTF_8);
    // Signs beyond ASCII travel encoded.
    var target = URI.create(request.target().toASCIIString());
    var path =
        target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    var query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    var head = new StringBuilder();
    head.append(request.method()).append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(AllowedHosts.name(target));
    if (target.getPort() >= 0) head.append(':').append(target.getPort());
    head.append("\r\nConnection: close\r\nAccept: */*\r\nUser-Agent: gongbi\r\n");
    for (var header : request.headers()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    if (body.length > 0 || !request.method().equals("GET")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    var out = new BufferedOutputStream(socket.getOutputStream());
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  private Outbound.Answer hear() throws IOException {
    int status;
    Map<String, String> headers;
    do {
      status = status(line());
      headers = headers();
    } while (status < 200);
    var body = status == 204 || status == 304 ? new byte[0] : body(headers);
    return new Outbound.Answer.Spoken(status, new String(body, StandardCharsets.UTF_8));
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) throw new Garbled("not HTTP");
    return Integer.parseInt(line.substring(9, 12));
  }

  private Map<String, String> headers() throws IOException {
    var headers = new TreeMap<String, String>();
    for (int n = 0; n < MOST_LINES; n++) {
      var line = line();
      if (line.isEmpty()) return headers;
      int colon = line.indexOf(':');
      if (colon <= 0) throw new Garbled("not HTTP");
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    throw new Garbled("too many header lines");
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    var coding = Optional.ofNullable(headers.get("transfer-encoding"));
    if (coding.isPresent()) {
      if (!coding.get().equalsIgnoreCase("chunked")) throw new Garbled("unknown coding");
      return chunks();
    }
    var length = headers.get("content-length");
    if (length == null) return rest();
    if (!length.matches("[0-9]{1,10}")) throw new Garbled("not HTTP");
    return exactly(Long.parseLong(length));
  }

  private byte[] chunks() throws IOException {
    var whole = new ByteArrayOutputStream();
    while (true) {
      var size = line().replaceFirst("[; \\t].*", "");
      if (!size.matches("[0-9a-fA-F]{1,7}")) throw new Garbled("not HTTP");
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        headers();
        return whole.toByteArray();
      }
      if (whole.size() + length > LARGEST_ANSWER) throw new Garbled("answer too large");
      whole.writeBytes(exactly(length));
      if (!line().isEmpty()) throw new Garbled("not HTTP");
    }
  }

  private byte[] exactly(long length) throws IOException {
    if (length > LARGEST_ANSWER) throw new Garbled("answer too large");
    var bytes = in.readNBytes((int) length);
    if (bytes.length < length) throw new EOFException();
    return bytes;
  }

  private byte[] rest() throws IOException {
    var bytes = in.readNBytes(LARGEST_ANSWER + 1);
    if (bytes.length > LARGEST_ANSWER) throw new Garbled("answer too large");
    return bytes;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      int b = in.read();
      if (b < 0) throw new EOFException();
      if (b == '\n') break;
      if (line.size() >= LONGEST_LINE) throw new Garbled("line too long");
      line.write(b);
    }
    var text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** No single read waits past the deadline of the whole, however slowly the bytes drip. */
  private final class Patient extends InputStream {
    private final InputStream in;
    private final byte[] held = new byte[4 << 10];
    private int at;
    private int end;

    Patient(InputStream in) {
      this.in = in;
    }

    private boolean filled() throws IOException {
      if (at < end) return true;
      socket.setSoTimeout(left(deadline));
      at = 0;
      end = Math.max(0, in.read(held));
      return end > 0;
    }

    @Override
    public int read() throws IOException {
      return filled() ? held[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (length == 0) return 0;
      if (!filled()) return -1;
      int n = Math.min(length, end - at);
      System.arraycopy(held, at, to, offset, n);
      at += n;
      return n;
    }
  }
}
