package io.gongbi.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream in a thread of its own, a few blocks ahead: a packed file is unpacked on one core
 * while another cuts it into rows.
 */
final class ReadAhead extends InputStream {
  private static final int BLOCK = 1 << 18;
  private static final int BLOCKS = 4;

  private final InputStream in;
  private final BlockingQueue<byte[]> ahead = new ArrayBlockingQueue<>(BLOCKS);
  private final Thread reader;

  /** Why reading ended, if not at the end. Written before the empty block that ends it. */
  private volatile @Nullable Exception failed;

  private byte[] block = new byte[0];
  private int at;
  private boolean ended;

  ReadAhead(InputStream in) {
    this.in = in;
    reader = Thread.ofPlatform().daemon().name("read-ahead").start(this::readAll);
  }

  private void readAll() {
    try {
      try {
        for (var next = in.readNBytes(BLOCK); next.length > 0; next = in.readNBytes(BLOCK)) {
          ahead.put(next);
        }
      } catch (IOException | RuntimeException e) {
        failed = e;
      }
      ahead.put(new byte[0]);
    } catch (InterruptedException e) {
      // Closed before the end: nobody asks for more.
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) return 0;
    if (at == block.length && !more()) return -1;
    int n = Math.min(length, block.length - at);
    System.arraycopy(block, at, target, offset, n);
    at += n;
    return n;
  }

  @Override
  public int read() throws IOException {
    return at == block.length && !more() ? -1 : block[at++] & 0xFF;
  }

  private boolean more() throws IOException {
    if (ended) return false;
    try {
      block = ahead.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    at = 0;
    ended = block.length == 0;
    if (failed instanceof RuntimeException unchecked && ended) throw unchecked;
    if (failed instanceof IOException io && ended) throw io;
    return !ended;
  }

  @Override
  public void close() throws IOException {
    reader.interrupt();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    in.close();
  }
}
