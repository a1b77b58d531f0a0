package io.gongbi.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JVM beside this one that runs a class of this program the way {@code ./gongbi} runs the
 * product, so that time and memory mean the same on every side.
 */
final class OwnJvm {
  private static final String QUARTER = "-XX:MaxRAMPercentage=25";

  private OwnJvm() {}

  static ProcessBuilder of(Class<?> main, Stream<String> arguments) {
    return of(QUARTER, main, arguments);
  }

  /** {@code heap}: the flag that says how much of the memory the JVM may take. */
  static ProcessBuilder of(String heap, Class<?> main, Stream<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", heap, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments.toList());
    var process = new ProcessBuilder(command);
    process.environment().putIfAbsent("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
    return process;
  }
}
