package io.gongbi.server.command;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Somebody to do the work of a command: the server that runs over the folder, or, when none does,
 * this process, which opens the folder and answers to itself until the command is done. Either way
 * the work is the same REST.
 */
final class Office implements AutoCloseable {
  private final Remote remote;
  private final Optional<Serving> own;
  private volatile boolean closed;

  private Office(Remote remote, Optional<Serving> own) {
    this.remote = remote;
    this.own = own;
  }

  /** Throws {@code folder.in-use} when another process has the folder and does not answer. */
  static Office of(Path folder) {
    var file = ServerFile.read(folder);
    if (file.isPresent()) {
      var remote = new Remote(file.get());
      if (remote.isLive()) return new Office(remote, Optional.empty());
      remote.close();
    }
    var serving = Serving.start(folder, "127.0.0.1", 0);
    return new Office(new Remote(serving.file()), Optional.of(serving));
  }

  Remote remote() {
    return remote;
  }

  /** What is done before all else when the process is told to stop, as by Ctrl+C. */
  void onStop(Runnable farewell) {
    if (own.isPresent()) {
      own.get().onStop(farewell);
      return;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!closed) farewell.run();
                },
                "gongbi-farewell"));
  }

  @Override
  public void close() {
    closed = true;
    remote.close();
    own.ifPresent(Serving::close);
  }
}
