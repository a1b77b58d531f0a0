package io.gongbi.source;

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

  private record Range(byte[] first, int bits, Network network) {
    boolean holds(byte[] address) {
      if (address.length != first.length) return false;
      int whole = bits / 8;
      for (int i = 0; i < whole; i++) if (address[i] != first[i]) return false;
      int rest = bits % 8;
      if (rest == 0) return true;
      int mask = (0xff << (8 - rest)) & 0xff;
      return (address[whole] & mask) == (first[whole] & mask);
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

  private static Range range(int bits, Network network, int... parts) {
    var first = new byte[4];
    for (int i = 0; i < 4; i++) first[i] = (byte) parts[i];
    return new Range(first, bits, network);
  }

  private static Range range6(int bits, Network network, int... parts) {
    var first = new byte[16];
    for (int i = 0; i < 8; i++) {
      first[2 * i] = (byte) (parts[i] >> 8);
      first[2 * i + 1] = (byte) parts[i];
    }
    return new Range(first, bits, network);
  }
}
