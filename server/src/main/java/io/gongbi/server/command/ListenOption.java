package io.gongbi.server.command;

import picocli.CommandLine.Option;

/** Where to listen. */
final class ListenOption {
  @Option(names = "--port", defaultValue = "${env:GONGBI_PORT:-8080}", paramLabel = "PORT")
  private int port;

  @Option(names = "--address", defaultValue = "127.0.0.1", paramLabel = "ADDRESS")
  private String address = "127.0.0.1";

  int port() {
    return port;
  }

  String address() {
    return address;
  }
}
