package io.gongbi.source;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Where an address lies: out in the world, inside (this machine, the company's network), or where
 * nobody ever has to go. By the special-purpose registries of IANA (RFC 6890), and the metadata
 * services of clouds, which hand credentials to whoever asks.
 */
enum Network {
  WORLD,
  INSIDE,
  NEVER;

  /** Addresses that begin with the same {@code bits}; {@code size} in bits, 32 or 128. */
  private record Range(int size, BigInteger first, int bits, Network network) {
    boolean holds(byte[] address) {
      if (address.length * 8 != size) return false;
      return first.xor(new BigInteger(1, address)).shiftRight(size - bits).signum() == 0;
    }
  }

  /** The first that holds an address says where it lies. */
  private static final List<Range> RANGES =
      List.of(
          // Metadata services: of most clouds, of Alibaba Cloud, of AWS over IPv6.
          range(32, NEVER, 169, 254, 169, 254),
          range(32, NEVER, 100, 100, 100, 200),
          range6(128, NEVER, 0xfd00, 0x0ec2, 0, 0, 0, 0, 0, 0x0254),
          range(8, NEVER, 0, 0, 0, 0),
          range(4, NEVER, 224, 0, 0, 0),
          range(4, NEVER, 240, 0, 0, 0),
          range(16, NEVER, 169, 254, 0, 0),
          range(24, NEVER, 192, 0, 0, 0),
          range(24, NEVER, 192, 0, 2, 0),
          range(24, NEVER, 198, 51, 100, 0),
          range(24, NEVER, 203, 0, 113, 0),
          range(8, INSIDE, 127, 0, 0, 0),
          range(8, INSIDE, 10, 0, 0, 0),
          range(12, INSIDE, 172, 16, 0, 0),
          range(16, INSIDE, 192, 168, 0, 0),
          range(10, INSIDE, 100, 64, 0, 0),
          range(15, INSIDE, 198, 18, 0, 0),
          range6(128, INSIDE, 0, 0, 0, 0, 0, 0, 0, 1),
          range6(7, INSIDE, 0xfc00, 0, 0, 0, 0, 0, 0, 0));

  /** Of IPv6 only what is handed out to the world; what wraps an IPv4 address is not. */
  private static final Range GLOBAL6 = range6(3, WORLD, 0x2000, 0, 0, 0, 0, 0, 0, 0);

  private static final List<Range> WRAPPED =
      List.of(
          range6(16, NEVER, 0x2002, 0, 0, 0, 0, 0, 0, 0),
          range6(32, NEVER, 0x2001, 0, 0, 0, 0, 0, 0, 0),
          range6(32, NEVER, 0x2001, 0x0db8, 0, 0, 0, 0, 0, 0));

  static Network of(InetAddress address) {
    var bytes = address.getAddress();
    for (var range : RANGES) if (range.holds(bytes)) return range.network();
    if (address instanceof Inet4Address) return WORLD;
    for (var range : WRAPPED) if (range.holds(bytes)) return NEVER;
    return GLOBAL6.holds(bytes) ? WORLD : NEVER;
  }

  private static Range range(int bits, Network network, int... bytes) {
    return new Range(32, number(8, bytes), bits, network);
  }

  private static Range range6(int bits, Network network, int... groups) {
    return new Range(128, number(16, groups), bits, network);
  }

  private static BigInteger number(int width, int... parts) {
    var number = BigInteger.ZERO;
    for (int part : parts) number = number.shiftLeft(width).or(BigInteger.valueOf(part));
    return number;
  }
}
