package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A text of any encoding as UTF-8. Strict for landing: the first byte that is not of the encoding
 * is a fault that names its line. Lenient for looking: a person should see that it is wrong.
 */
final class Utf8Text extends InputStream {
  private final InputStream in;
  private final Charset charset;
  private final String name;
  private final boolean strict;
  private final Utf8Check check = new Utf8Check();
  private final CharsetDecoder decoder;
  private final ByteBuffer coded = ByteBuffer.allocate(1 << 16).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(1 << 16);
  private ByteBuffer out = ByteBuffer.allocate(0);
  private boolean drained;
  private boolean broken;
  private long line = 1;

  Utf8Text(InputStream in, Charset charset, String name, boolean strict) {
    this.in = in;
    this.charset = charset;
    this.name = name;
    this.strict = strict;
    var whatToDo = strict ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    decoder = charset.newDecoder().onMalformedInput(whatToDo).onUnmappableCharacter(whatToDo);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (charset.equals(StandardCharsets.UTF_8)) return checked(target, offset, length);
    while (!out.hasRemaining()) {
      if (broken) throw wrong(line);
      if (drained) return -1;
      decode();
    }
    int n = Math.min(length, out.remaining());
    out.get(target, offset, n);
    return n;
  }

  /** UTF-8 is only checked: the bytes go through as they are. */
  private int checked(byte[] target, int offset, int length) throws IOException {
    int n = in.read(target, offset, length);
    if (!strict) return n;
    if (n > 0 && !check.takes(target, offset, n)) throw wrong(check.line());
    if (n < 0 && !check.complete()) throw wrong(check.line());
    return n;
  }

  private void decode() throws IOException {
    coded.compact();
    int n = in.read(coded.array(), coded.position(), coded.remaining());
    if (n > 0) coded.position(coded.position() + n);
    coded.flip();
    chars.clear();
    var result = decoder.decode(coded, chars, n < 0);
    if (n < 0 && result.isUnderflow()) {
      decoder.flush(chars);
      drained = true;
    }
    broken = result.isError();
    chars.flip();
    for (int i = 0; i < chars.limit(); i++) if (chars.get(i) == '\n') line++;
    out = StandardCharsets.UTF_8.encode(chars);
  }

  private FaultException wrong(long at) {
    return new FaultException(
        new Fault.BadQuestion(
            "source.wrong-encoding",
            name + ":" + at,
            Map.of("encoding", charset.name(), "line", Long.toString(at))));
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
