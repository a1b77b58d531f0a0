package io.gongbi.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * RFC 9457 problem details, with every fault that was found. {@code id} is there when the fault is
 * ours: the log has more under it.
 *
 * @param title the kind of problem, in the language of whoever asked
 * @param detail all messages, one a line
 */
public record Problem(
    String title, int status, String detail, Optional<String> id, List<Said> faults) {

  /** One fault with its sentence. */
  public record Said(String code, String place, String message, Map<String, String> words) {}

  public Problem {
    faults = List.copyOf(faults);
  }
}
