package io.gongbi.bench;

import io.gongbi.bench.RetailByHand.Script;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process in which one side works: {@code NAME ARGUMENTS}. It takes a turn for each line that
 * it reads, and answers with a line of JSON. What libraries print goes to the error output.
 */
final class Sides {
  static final JsonMapper JSON = JsonMapper.shared();

  private Sides() {}

  /** Every side by the name that the other process calls it. */
  private static Work named(String name, Arguments arguments) throws Exception {
    return switch (name) {
      case "retail" -> new Retail(true, arguments.path("data"), arguments.path("scratch"));
      case "retail-by-hand" ->
          new RetailByHand(Script.WHOLE, arguments.path("data"), arguments.path("scratch"));
      case "retail-answers" -> new Retail(false, arguments.path("data"), arguments.path("scratch"));
      case "retail-answers-by-hand" ->
          new RetailByHand(Script.ANSWERS, arguments.path("data"), arguments.path("scratch"));
      case "head-count" -> new HeadCount(arguments.path("folder"));
      case "head-count-by-hand" -> new HeadCountByHand(arguments.path("folder"));
      case "mall" -> new Mall(arguments.path("scratch"), arguments.path("files"));
      case "mall-by-hand" -> new MallByHand(arguments.path("scratch"), arguments.path("files"));
      default -> throw new IllegalArgumentException("no side is called " + name);
    };
  }

  public static void main(String[] given) throws Exception {
    var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    var arguments = Arguments.of(given);
    try (var work = named(given[0], arguments);
        var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      while (asked.readLine() != null) answers.println(JSON.writeValueAsString(turn(work)));
    }
  }

  static Turn turn(Work work) throws Exception {
    var watch = new Stopwatch();
    var checksum = work.once(watch);
    return new Turn(watch.milliseconds(), watch.cpuMilliseconds(), checksum, Memory.peakBytes());
  }
}
