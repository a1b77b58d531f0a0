package io.gongbi.source;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 可以访问的地址: to which other hosts this server may speak. An empty list, as at first, allows none.
 *
 * <p>{@code sms.example.com} allows ports 443 and 80 of that name alone; {@code 10.2.0.8:8080},
 * marked as inside, that port of a machine of the company's own network.
 */
public record AllowedHosts(List<Host> hosts) {
  /**
   * @param name a host name or an address, lower case, with a port where it is not 443 or 80
   * @param inside whether it may be one of the company's own network, or of this very machine
   */
  public record Host(String name, boolean inside) {
    public Host {
      name = name.strip().toLowerCase(Locale.ROOT);
    }
  }

  static final Kind<AllowedHosts> KIND = Kind.of("outbound", AllowedHosts.class, List.of());
  static final DefinitionId ID = KIND.id("hosts");
  static final Label LABEL = new Label("可以访问的地址", "Hosts that may be spoken to");
  static final AllowedHosts NONE = new AllowedHosts(List.of());

  private static final int MOST = 50;
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9_-]*[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  private static final Pattern V6 = Pattern.compile("\\[[0-9a-f:.]+]");

  public AllowedHosts {
    hosts = List.copyOf(hosts);
  }

  /** Throws {@code source.host-unfit}, {@code source.hosts-too-many}, {@code source.host-twice}. */
  void check() {
    var faults = new Faults();
    if (hosts.size() > MOST) {
      faults.bad("source.hosts-too-many", "hosts", Map.of("most", "" + MOST));
    }
    for (int i = 0; i < hosts.size(); i++) {
      var name = hosts.get(i).name();
      var place = "hosts[" + i + "].name";
      if (!isFit(name)) faults.bad("source.host-unfit", place, Map.of("name", name));
      if (hosts.subList(0, i).stream().anyMatch(h -> h.name().equals(name))) {
        faults.bad("source.host-twice", place, Map.of("name", name));
      }
    }
    faults.throwIfAny();
  }

  private static boolean isFit(String written) {
    var port = written.replaceFirst("^.*[^:\\]]:([0-9]{1,5})$|^\\[.*]:([0-9]{1,5})$", "$1$2");
    boolean ported = !port.equals(written);
    var name = ported ? written.substring(0, written.length() - port.length() - 1) : written;
    if (ported && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535)) return false;
    return name.length() <= 253 && (NAME.matcher(name).matches() || V6.matcher(name).matches());
  }

  /** The entry that allows this target, if one does. */
  Optional<Host> of(URI target) {
    var name = name(target);
    int port = port(target);
    boolean usual = target.getPort() < 0 || port == 443 || port == 80;
    return hosts.stream()
        .filter(h -> h.name().equals(name + ":" + port) || (usual && h.name().equals(name)))
        .findFirst();
  }

  /** As it is compared: lower case, without the dot that may end a full name. */
  static String name(URI target) {
    var host = target.getHost().toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  static int port(URI target) {
    if (target.getPort() >= 0) return target.getPort();
    return target.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
