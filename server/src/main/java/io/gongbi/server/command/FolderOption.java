package io.gongbi.server.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data folder. */
final class FolderOption {
  @Option(names = "--folder", defaultValue = "${env:GONGBI_FOLDER:-data}", paramLabel = "FOLDER")
  private Path folder = Path.of("data");

  Path path() {
    return folder.toAbsolutePath().normalize();
  }
}
