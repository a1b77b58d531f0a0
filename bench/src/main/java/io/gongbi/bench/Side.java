package io.gongbi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A side seen from here: a process that takes a turn whenever it is asked to. */
final class Side implements AutoCloseable {
  private final String name;
  private final Process process;
  private final Writer asks;
  private final BufferedReader answers;

  Side(String name, Arguments arguments) throws IOException {
    this.name = name;
    process =
        OwnJvm.of(Sides.class, Stream.concat(Stream.of(name), arguments.written().stream()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
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
