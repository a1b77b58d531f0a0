package io.gongbi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A side seen from here: a process that takes a turn whenever it is asked to. */
final class Side implements AutoCloseable {
  private final String name;
  private final Process process;
  private final Writer asks;
  private final BufferedReader answers;

  Side(String name, Arguments arguments) throws IOException {
    this.name = name;
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    // As ./gongbi starts it, so that memory means the same.
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:MaxRAMPercentage=25",
            "-cp",
            System.getProperty("java.class.path"),
            Sides.class.getName(),
            name));
    command.addAll(arguments.written());
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    asks = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  Turn turn() throws IOException {
    asks.write("again\n");
    asks.flush();
    var answer = answers.readLine();
    if (answer == null) throw new IOException(name + " ended without an answer");
    return Sides.JSON.readValue(answer, Turn.class);
  }

  @Override
  public void close() throws IOException {
    asks.close();
    answers.close();
    process.onExit().join();
  }
}
