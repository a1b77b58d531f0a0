package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.channel.Connected;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where providers tell what became of messages. The only data that comes in without a login: what
 * stands for one is the secret in the address, which nobody can guess.
 */
@RestController
@About(
    "Where providers tell what became of messages; the secret in the address stands for a login.")
@RequestMapping("/api/receipts")
public class CallbackResource {
  private static final int LARGEST = 1 << 20;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Gongbi gongbi;

  public CallbackResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  @Needs.Open
  @PostMapping("/{id}/{secret}")
  @About(
      value = "Receipts and replies, as JSON or as a form.",
      file = {"text/plain"})
  public void push(
      @PathVariable String id,
      @PathVariable String secret,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw new FaultException(new Fault.TooLarge("server.upload-too-large", "", Map.of()));
    }
    var type = Optional.ofNullable(request.getContentType()).orElse("");
    answer(response, told(id, secret, type, body));
  }

  /** Some providers push one at a time, in the query. */
  @Needs.Open
  @GetMapping("/{id}/{secret}")
  @About(
      value = "A receipt or reply in the query.",
      file = {"text/plain"})
  public void ping(
      @PathVariable String id,
      @PathVariable String secret,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var query = Optional.ofNullable(request.getQueryString()).orElse("");
    answer(response, told(id, secret, FORM, query.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the provider wants to hear; empty where our key keeps us from knowing who calls. */
  private Optional<String> told(String id, String secret, String type, byte[] body) {
    Optional<Connected> channel;
    try {
      channel = gongbi.connections().calledBack(id, secret);
    } catch (FaultException e) {
      // What is wrong with the key is for the administrator's eyes, on the page of the channel.
      return Optional.empty();
    }
    // Wrong or unknown: the same answer, which says nothing of what there is.
    var known = channel.orElseThrow(() -> Faults.notFound("server.no-such-address", ""));
    gongbi.callbacks().hear(known, known.hear(type, body));
    return Optional.of(known.thanks());
  }

  private static void answer(HttpServletResponse response, Optional<String> thanks)
      throws IOException {
    if (thanks.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    boolean json = thanks.get().startsWith("{");
    response.setContentType(json ? "application/json" : "text/plain;charset=UTF-8");
    response.getOutputStream().write(thanks.get().getBytes(StandardCharsets.UTF_8));
  }
}
