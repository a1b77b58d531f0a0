package io.gongbi.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/** One connection that writes, handed to one at a time, and a few that read. Thread-safe. */
final class Links implements AutoCloseable {
  private static final int READERS = 4;

  private final Engine engine;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Semaphore reading = new Semaphore(READERS, true);
  private final Deque<Connection> writer = new ArrayDeque<>();
  private final Deque<Connection> readers = new ArrayDeque<>();
  private boolean closed;

  Links(Engine engine) {
    this.engine = engine;
  }

  /** A connection with a transaction begun; waits for its turn. */
  Connection begin(boolean write) {
    if (write) writing.lock();
    else reading.acquireUninterruptibly();
    try {
      return begun(write);
    } catch (SQLException e) {
      leave(write);
      throw engine.explain(e, engine.begin(write), List.of());
    } catch (RuntimeException e) {
      leave(write);
      throw e;
    }
  }

  private Connection begun(boolean write) throws SQLException {
    var connection = idle(write);
    try {
      run(connection, engine.begin(write));
      return connection;
    } catch (SQLException e) {
      connection.close();
      if (!engine.disconnected(e)) throw e;
    }
    // The server was restarted since; nothing of this transaction has happened yet.
    connection = engine.connect(write);
    try {
      run(connection, engine.begin(write));
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private Connection idle(boolean write) throws SQLException {
    synchronized (this) {
      if (closed) throw new IllegalStateException("the catalog is closed");
      var found = (write ? writer : readers).pollFirst();
      if (found != null) return found;
    }
    return engine.connect(write);
  }

  /** Ends the transaction; when even that fails the connection is thrown away. */
  void commit(Connection connection, boolean write) throws SQLException {
    end(connection, write, "commit");
  }

  void rollback(Connection connection, boolean write) {
    try {
      end(connection, write, "rollback");
    } catch (SQLException e) {
      // The connection is closed by now, which undoes the transaction just as well.
    }
  }

  private void end(Connection connection, boolean write, String how) throws SQLException {
    boolean ended = false;
    try {
      run(connection, how);
      ended = true;
    } finally {
      try {
        giveBack(connection, write, ended);
      } finally {
        leave(write);
      }
    }
  }

  private void giveBack(Connection connection, boolean write, boolean sound) throws SQLException {
    synchronized (this) {
      if (sound && !closed) {
        (write ? writer : readers).addFirst(connection);
        return;
      }
    }
    connection.close();
  }

  private void leave(boolean write) {
    if (write) writing.unlock();
    else reading.release();
  }

  static void run(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /** Waits for the running write; readers that are still at it close theirs when they end. */
  @Override
  public void close() {
    writing.lock();
    try {
      var last = new ArrayDeque<Connection>();
      synchronized (this) {
        closed = true;
        last.addAll(readers);
        readers.clear();
      }
      for (var reader : last) reader.close();
      var settled = writer.pollFirst();
      if (settled == null) return;
      engine.settle(settled);
      settled.close();
    } catch (SQLException e) {
      throw engine.explain(e, "close", List.of());
    } finally {
      writing.unlock();
    }
  }
}
