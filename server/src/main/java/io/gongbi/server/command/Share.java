package io.gongbi.server.command;

import com.sun.management.OperatingSystemMXBean;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What the warehouse may take of a machine: half of its memory, where the start script gives the
 * JVM a quarter and the rest is left to the system's file cache and to others; all of its cores,
 * since work in the background is one query at a time. Left to itself the engine would take four
 * fifths of the memory, and with the JVM more than there is.
 *
 * <p>Example: on 16 GiB and 8 cores the warehouse computes in 8 GiB with 8 threads and spills
 * beyond that to disk.
 */
final class Share {
  private static final long MIB = 1L << 20;
  private static final long LEAST = 256;

  private Share() {}

  /** Of this machine, or of the container that it is. */
  static DuckDbWarehouse.Settings ofThisMachine() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return of(system.getTotalMemorySize(), Runtime.getRuntime().availableProcessors());
  }

  static DuckDbWarehouse.Settings of(long bytes, int cores) {
    long memory = Math.max(LEAST, bytes / 2 / MIB);
    return new DuckDbWarehouse.Settings(Optional.of(memory + "MiB"), Optional.of(cores));
  }
}
