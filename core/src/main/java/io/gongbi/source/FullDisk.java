package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.Shortage;
import io.gongbi.warehouse.SqlFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Tells a full disk, which somebody can make room on, from what is broken. */
final class FullDisk {
  private FullDisk() {}

  /** {@code source.disk-full} when that is why a file could not be written. */
  static RuntimeException or(IOException e, String file) {
    return isSaid(e) ? fault(file) : new UncheckedIOException(e);
  }

  /** The same for one that comes out of another thread. */
  static RuntimeException or(UncheckedIOException e, String file) {
    return isSaid(e) ? fault(file) : e;
  }

  /** The same for what the engine says. */
  static RuntimeException or(SqlFailure e, String file) {
    return isSaid(e) ? fault(file) : e;
  }

  private static boolean isSaid(Throwable thrown) {
    return Shortage.of(thrown).equals(Optional.of(Shortage.DISK));
  }

  private static FaultException fault(String file) {
    return new FaultException(
        new Fault.Unavailable("source.disk-full", file, Map.of("file", file)));
  }
}
