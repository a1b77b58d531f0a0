package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The only door to other hosts. Speaks to those alone that the administrator allows; looks at the
 * address that a name stands for, and connects to that very address, so that a name which means
 * something else a moment later leads nowhere; follows no redirect, repeats nothing, reads answers
 * up to a limit. Why it is built so stands in decision 11. Thread-safe.
 */
public final class Outbound {
  /** From a name to addresses; tests bring their own. */
  public interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /** One header line; repeated names are repeated lines. */
  public record Header(String name, String value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    /** A line break in it would begin another header. */
    public Header {
      if (!NAME.matcher(name).matches() || value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
        throw new IllegalArgumentException("no header: " + name);
      }
    }
  }

  /**
   * What is to be said to whom, in UTF-8; {@code patience}: until the whole answer must be there.
   */
  public record Request(
      String method, URI target, List<Header> headers, String body, Duration patience) {
    public Request {
      headers = List.copyOf(headers);
      if (!method.matches("[A-Z]+")) throw new IllegalArgumentException("no method: " + method);
    }
  }

  /** What came of a request. */
  public sealed interface Answer {
    /** The other side spoke. */
    record Spoken(int status, String body) implements Answer {}

    /** Nothing of it ever left this machine: it may be said again without harm. */
    record NotLeft(Fault why) implements Answer {}

    /** It left, wholly or in part, and there is no whole answer: nobody knows what became of it. */
    record Unknown(String detail) implements Answer {}
  }

  private static final Set<String> SCHEMES = Set.of("https", "http");

  private final Supplier<AllowedHosts> allowed;
  private final Names names;

  public Outbound(Supplier<AllowedHosts> allowed) {
    this(allowed, InetAddress::getAllByName);
  }

  public Outbound(Supplier<AllowedHosts> allowed, Names names) {
    this.allowed = allowed;
    this.names = names;
  }

  /**
   * Throws {@code source.outbound-address} for what is no address, {@code
   * source.outbound-not-allowed} for a host that is not on the list. Asks no name server.
   */
  public void check(URI target) {
    entry(target);
  }

  private AllowedHosts.Host entry(URI target) {
    var scheme = target.getScheme();
    if (scheme == null
        || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
        || target.getHost() == null
        || target.getRawUserInfo() != null
        || target.getRawFragment() != null) {
      throw new FaultException(new Fault.BadQuestion("source.outbound-address", "", Map.of()));
    }
    return allowed
        .get()
        .of(target)
        .orElseThrow(
            () ->
                new FaultException(
                    new Fault.Forbidden(
                        "source.outbound-not-allowed", "", Map.of("host", shown(target)))));
  }

  private static String shown(URI target) {
    return target.getPort() < 0
        ? AllowedHosts.name(target)
        : AllowedHosts.name(target) + ":" + target.getPort();
  }

  /** Never throws for what the other side does; blocks until there is an {@link Answer}. */
  public Answer send(Request request) {
    try {
      var entry = entry(request.target());
      return Wire.exchange(addresses(request.target(), entry), request);
    } catch (FaultException e) {
      return new Answer.NotLeft(e.faults().getFirst());
    }
  }

  /** All that a name stands for must lie where this entry may go: one stray is a trick. */
  private List<InetAddress> addresses(URI target, AllowedHosts.Host entry) {
    InetAddress[] found;
    try {
      found = names.of(AllowedHosts.name(target));
    } catch (UnknownHostException e) {
      throw new FaultException(
          new Fault.Unavailable("source.outbound-no-such-host", "", Map.of("host", shown(target))));
    }
    for (var address : found) {
      var network = Network.of(address);
      if (network == Network.NEVER || (network == Network.INSIDE && !entry.inside())) {
        throw new FaultException(
            new Fault.Forbidden("source.outbound-inside", "", Map.of("host", shown(target))));
      }
    }
    return List.of(found);
  }
}
