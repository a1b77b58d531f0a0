package io.gongbi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Times the parts of a piece of work, and the processor time that all of it took: on a machine that
 * has other things to do, the second says more.
 */
final class Stopwatch {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Map<String, Double> milliseconds = new LinkedHashMap<>();
  private long since = System.nanoTime();
  private double told;
  private long cpuSince = PROCESS.getProcessCpuTime();
  private double cpu;

  /** Of all threads of this process since it began. */
  static long cpuNanos() {
    return PROCESS.getProcessCpuTime();
  }

  /** From here on it counts; what was done before is free. */
  void start() {
    since = System.nanoTime();
    told = 0;
    cpuSince = PROCESS.getProcessCpuTime();
  }

  /** What was done since the last call is called so; the same name adds up. */
  void lap(String part) {
    told = 0;
    rest(part);
  }

  /** A part whose time is known already, within what is being timed. */
  void part(String part, double known) {
    milliseconds.merge(part, known, Double::sum);
    told += known;
  }

  /** What was done since the last lap, without the parts that were told meanwhile. */
  void rest(String part) {
    long now = System.nanoTime();
    milliseconds.merge(part, (now - since) / 1e6 - told, Double::sum);
    since = now;
    told = 0;
    cpu = (PROCESS.getProcessCpuTime() - cpuSince) / 1e6;
  }

  /** Of all threads, from the start to the last lap. */
  double cpuMilliseconds() {
    return cpu;
  }

  Map<String, Double> milliseconds() {
    return milliseconds;
  }
}
