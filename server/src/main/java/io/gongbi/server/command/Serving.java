package io.gongbi.server.command;

import io.gongbi.Gongbi;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.server.Server;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** An open folder and the server over it, from the start to the signal that ends it. */
final class Serving implements AutoCloseable {
  private final Path folder;
  private final Gongbi gongbi;
  private final Server server;
  private final Caretaker caretaker;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Runnable farewell = () -> {};
  private boolean closing;

  private Serving(Path folder, Gongbi gongbi, Server server) {
    this.folder = folder;
    this.gongbi = gongbi;
    this.server = server;
    this.caretaker = new Caretaker(gongbi).started();
  }

  /**
   * Throws {@code folder.in-use}, {@code server.port-in-use} and what {@link Gongbi#open} throws.
   */
  static Serving start(Path folder, String address, int port) {
    if (port < 0 || port > 65_535)
      throw new FaultException(
          new Fault.BadQuestion("command.no-such-port", "--port", Map.of("port", "" + port)));
    var clock = Clock.systemUTC();
    var gongbi = Gongbi.open(folder, clock, Share.ofThisMachine());
    try {
      var server = Server.start(gongbi, clock, Server.Settings.of(folder, address, port));
      var serving = new Serving(folder, gongbi, server);
      Runtime.getRuntime().addShutdownHook(new Thread(serving::stop, "gongbi-stop"));
      ServerFile.of(server).write(folder);
      // What a crash or a stop broke off: everybody who was claimed is settled, the rest is sent.
      gongbi.replies().hear();
      gongbi.launches().resume();
      return serving;
    } catch (RuntimeException e) {
      gongbi.close();
      throw e;
    }
  }

  /** What is done first when the process is told to stop, while the server still answers. */
  void onStop(Runnable work) {
    farewell = work;
  }

  private void stop() {
    try {
      if (!isClosing()) farewell.run();
    } finally {
      close();
    }
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  Gongbi gongbi() {
    return gongbi;
  }

  ServerFile file() {
    return ServerFile.of(server);
  }

  /** As a person types it into the browser. */
  String address() {
    var address = server.settings().address();
    boolean here = address.equals("127.0.0.1") || address.equals("0.0.0.0") || address.equals("::");
    return "http://" + (here ? "localhost" : address) + ":" + server.port();
  }

  /** Until the process is told to stop. */
  void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closing) return;
      closing = true;
    }
    ServerFile.remove(folder);
    caretaker.close();
    server.close();
    gongbi.close();
    closed.countDown();
  }
}
