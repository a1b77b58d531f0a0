package io.gongbi.server.command;

/** Work that somebody stopped: what of it is kept, and how to go on. */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Stopped(String sentences) {
    super(sentences);
  }
}
