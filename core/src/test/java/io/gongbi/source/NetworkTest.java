package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses lie where; literals only, so that no name server is asked. */
final class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, WORLD",
    "223.5.5.5, WORLD",
    "172.15.255.255, WORLD",
    "172.32.0.0, WORLD",
    "100.63.255.255, WORLD",
    "100.128.0.0, WORLD",
    "2400:3200::1, WORLD",
    "127.0.0.1, INSIDE",
    "127.8.8.8, INSIDE",
    "10.0.0.1, INSIDE",
    "172.16.0.1, INSIDE",
    "172.31.255.255, INSIDE",
    "192.168.1.1, INSIDE",
    "100.64.0.1, INSIDE",
    "::1, INSIDE",
    "::ffff:127.0.0.1, INSIDE",
    "fd12:3456::1, INSIDE",
    "0.0.0.0, NEVER",
    "169.254.169.254, NEVER",
    "169.254.1.1, NEVER",
    "::ffff:169.254.169.254, NEVER",
    "100.100.100.200, NEVER",
    "fd00:ec2::254, NEVER",
    "fe80::1, NEVER",
    "224.0.0.1, NEVER",
    "255.255.255.255, NEVER",
    "::, NEVER",
    "64:ff9b::7f00:1, NEVER",
    "2002:7f00:1::, NEVER",
    "2001:0:4136::1, NEVER",
    "ff02::1, NEVER"
  })
  void address_liesSomewhere(String address, Network network) throws UnknownHostException {
    assertThat(Network.of(InetAddress.getByName(address))).isEqualTo(network);
  }
}
