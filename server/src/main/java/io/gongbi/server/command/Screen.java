package io.gongbi.server.command;

import java.io.Console;
import java.util.Optional;

/** Whether somebody sits before this command. */
final class Screen {
  private Screen() {}

  static boolean isThere() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
