package io.gongbi.server.command;

import java.util.List;

/** What a server or this machine refused, in sentences for whoever typed the command. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> codes;

  Refused(String sentences) {
    this(sentences, List.of());
  }

  Refused(String sentences, List<String> codes) {
    super(sentences);
    this.codes = List.copyOf(codes);
  }

  boolean is(String code) {
    return codes.contains(code);
  }
}
