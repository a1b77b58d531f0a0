package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.server.login.Needs;
import io.gongbi.source.AllowedHosts;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** To which other hosts this server may speak. */
@RestController
@About("To which other hosts this server may speak.")
@RequestMapping("/api/outbound")
public class OutboundResource {
  private final Gongbi gongbi;

  public OutboundResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** A host name or address, with a port where it is not 443 or 80; {@code inside}: our network. */
  public record HostView(String name, boolean inside) {}

  @Needs(Right.ADMIN)
  @GetMapping("/hosts")
  @About("The hosts that may be spoken to.")
  public List<HostView> hosts() {
    return view(gongbi.outbound().hosts());
  }

  @Needs(Right.ADMIN)
  @PutMapping("/hosts")
  @About("Changes which hosts may be spoken to.")
  public List<HostView> hosts(@RequestBody List<HostView> hosts, Viewer viewer) {
    return view(
        gongbi
            .outbound()
            .change(
                new AllowedHosts(
                    hosts.stream().map(h -> new AllowedHosts.Host(h.name(), h.inside())).toList()),
                viewer));
  }

  private static List<HostView> view(AllowedHosts allowed) {
    return allowed.hosts().stream().map(h -> new HostView(h.name(), h.inside())).toList();
  }
}
