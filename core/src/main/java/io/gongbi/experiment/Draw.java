package io.gongbi.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gongbi.standard.CustomerId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The number that decides a customer's arm: the first 60 bits of {@code md5(salt || ':' || id)},
 * evenly spread over 0 … 2⁶⁰. Sixty, because they are 15 hex digits and fit a long: comparing
 * digits as text and numbers as numbers is then the same, which is how SQL and Java agree. MD5 is
 * broken for signatures; here it only has to mix, and every engine has it.
 */
final class Draw {
  private static final int BITS = 60;
  private static final long WHOLE = 1L << BITS;

  private Draw() {}

  static long of(String salt, CustomerId customer) {
    var digest = md5().digest((salt + ':' + customer.value()).getBytes(UTF_8));
    return ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - BITS);
  }

  /** Draws below this are in the first {@code perMille} thousandths; rounded up. */
  static long bound(int perMille) {
    return WHOLE / 1000 * perMille + Math.ceilDiv(WHOLE % 1000 * perMille, 1000L);
  }

  /** The last draw below {@link #bound}, as text comparable with md5's own lower-case hex. */
  static String last(int perMille) {
    return "%015x".formatted(bound(perMille) - 1);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
