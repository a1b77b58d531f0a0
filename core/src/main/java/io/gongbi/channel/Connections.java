package io.gongbi.channel;

import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Secrets;
import io.gongbi.catalog.Settings;
import io.gongbi.catalog.Spec;
import io.gongbi.fault.Faults;
import io.gongbi.source.Outbound;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** 渠道: which channels there are, and those that people connected. Thread-safe. */
public final class Connections {
  /** The secret under which a provider may tell us something; no setting of any channel. */
  private static final String CALLBACK = "callback";

  private static final int CALLBACK_BYTES = 32;
  private static final int DEAREST = 1_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Catalog catalog;
  private final Definitions definitions;
  private final Authorship authors;
  private final Secrets secrets;
  private final Outbound door;
  private final List<Channel> channels;
  private final Map<String, Pace> paces = new ConcurrentHashMap<>();

  public Connections(
      Catalog catalog,
      Definitions definitions,
      Authorship authors,
      Secrets secrets,
      Outbound door,
      List<Channel> channels) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.authors = authors;
    this.secrets = secrets;
    this.door = door;
    this.channels = List.copyOf(channels);
  }

  /** What can be connected. */
  public List<Spec> specs() {
    return channels.stream().map(Channel::spec).filter(s -> !s.settings().isEmpty()).toList();
  }

  /** All that messages can leave by: those that ask for nothing, then what people connected. */
  public List<Connected> all() {
    return Stream.concat(
            channels.stream().filter(c -> c.spec().settings().isEmpty()).map(this::byItself),
            definitions.all(Connection.KIND).stream().map(this::connected))
        .toList();
  }

  /** One of them, or one that was retired. Throws {@code delivery.no-such-channel}. */
  public Connected get(String id) {
    return find(id).orElseThrow(() -> Faults.notFound("delivery.no-such-channel", id));
  }

  private Optional<Connected> find(String id) {
    if (!id.matches("[a-z][a-z0-9_-]{0,62}")) return Optional.empty();
    return channels.stream()
        .filter(c -> c.id().equals(id) && c.spec().settings().isEmpty())
        .findFirst()
        .map(this::byItself)
        .or(() -> definitions.find(Connection.KIND, Connection.KIND.id(id)).map(this::connected));
  }

  /** Ids of all that ever used this field of the customer: a limit on texts counts all texts. */
  public List<String> alike(String addressField) {
    return Stream.concat(
            all().stream(), definitions.retired(Connection.KIND).stream().map(this::connected))
        .filter(c -> c.addressField().equals(addressField))
        .map(Connected::id)
        .toList();
  }

  private Connected byItself(Channel channel) {
    var line = new Line(Settings.NONE, door, pace(channel.id()));
    return new Connected(channel.id(), channel.label(), channel, line, BigDecimal.ZERO, false);
  }

  private Connected connected(Definition<Connection> definition) {
    var id = definition.id();
    var channel = channel(definition.body().channel());
    return new Connected(
        id.key(),
        definition.label(),
        channel,
        new Line(settings(id, channel, definition.body()), door, pace(id.key())),
        definition.body().price(),
        definition.status() == Definition.Status.RETIRED);
  }

  private Settings settings(DefinitionId id, Channel channel, Connection connection) {
    return new Settings(
        channel.spec().completed(connection.settings()), key -> secrets.open(id.toString(), key));
  }

  private Pace pace(String id) {
    return paces.computeIfAbsent(id, _ -> new Pace());
  }

  private Channel channel(String kind) {
    return channels.stream()
        .filter(c -> c.id().equals(kind))
        .findFirst()
        .orElseThrow(() -> Faults.notFound("channel.no-such-kind", kind));
  }

  /** As it was filled in, for whoever may change it. */
  public Definition<Connection> definition(String id) {
    if (!id.matches("[a-z][a-z0-9_]{0,62}")) throw Faults.notFound("delivery.no-such-channel", id);
    return definitions
        .find(Connection.KIND, Connection.KIND.id(id))
        .filter(d -> d.status() != Definition.Status.RETIRED)
        .orElseThrow(() -> Faults.notFound("delivery.no-such-channel", id));
  }

  /** When each secret of a connection was set, by its key. */
  public Map<String, Instant> secretsSetAt(String id) {
    var times = new HashMap<>(secrets.setAt(Connection.KIND.id(id).toString()));
    times.remove(CALLBACK);
    return times;
  }

  /** Connects a channel. Throws everything that is wrong. */
  public Definition<Connection> add(
      Viewer by, Label label, Connection connection, Map<String, String> given) {
    by.must(Right.ADMIN);
    var channel = channel(connection.channel());
    check(channel, connection, given, Set.of());
    return catalog.in(
        t -> {
          var added = authors.add(by, Connection.KIND, "sms", label, complete(channel, connection));
          keep(added.id(), given);
          secrets.put(added.id().toString(), CALLBACK, random());
          return added;
        });
  }

  /**
   * Changes one. Secrets that are not given stay as they are; an empty one is forgotten. Throws
   * everything that is wrong, also {@code channel.secret-anew} when what was kept for one host
   * would go to another.
   */
  public Definition<Connection> change(
      Viewer by, String id, Label label, Connection connection, Map<String, String> given) {
    by.must(Right.ADMIN);
    return catalog.in(
        t -> {
          var before = definition(id);
          var channel = channel(before.body().channel());
          var kept = new HashSet<>(secretsSetAt(id).keySet());
          var faults = new Faults();
          if (!isForTheSame(channel, before.body(), connection)) {
            kept.stream()
                .filter(k -> !given.containsKey(k))
                .forEach(k -> faults.bad("channel.secret-anew", k, Map.of()));
          }
          faults.throwIfAny();
          check(channel, connection, given, kept);
          var saved =
              authors.save(
                  by,
                  Connection.KIND,
                  before.with(label).withOwner(by.user()).withBody(complete(channel, connection)));
          keep(saved.id(), given);
          return saved;
        });
  }

  private static boolean isForTheSame(Channel channel, Connection before, Connection after) {
    return channel
        .secretsAreFor(plain(channel, before))
        .equals(channel.secretsAreFor(plain(channel, after)));
  }

  private static Settings plain(Channel channel, Connection connection) {
    return new Settings(channel.spec().completed(connection.settings()), _ -> Optional.empty());
  }

  private static Connection complete(Channel channel, Connection connection) {
    return new Connection(
        channel.id(), channel.spec().completed(connection.settings()), connection.price());
  }

  private static void check(
      Channel channel, Connection connection, Map<String, String> given, Set<String> kept) {
    var faults = new Faults();
    var set = new HashSet<>(kept);
    given.forEach(
        (key, value) -> {
          if (value.isEmpty()) set.remove(key);
          else set.add(key);
          if (!channel.spec().secrets().contains(key)) {
            faults.bad("catalog.setting-unknown", key, Map.of("key", key));
          }
        });
    if (connection.price().signum() < 0
        || connection.price().compareTo(BigDecimal.valueOf(DEAREST)) > 0) {
      faults.bad("channel.price", "price", Map.of("most", "" + DEAREST));
    }
    channel.spec().check(connection.settings(), set, faults);
    faults.throwIfAny();
    channel.check(plain(channel, connection), faults);
    faults.throwIfAny();
  }

  private void keep(DefinitionId id, Map<String, String> given) {
    given.forEach(
        (key, value) -> {
          if (value.isEmpty()) secrets.drop(id.toString(), key);
          else secrets.put(id.toString(), key, value);
        });
  }

  /** Offers it no longer, and forgets its secrets; what was sent by it stays known. */
  public void retire(Viewer by, String id) {
    by.must(Right.ADMIN);
    catalog.run(
        t -> {
          var definition = definition(id);
          authors.retire(by, Connection.KIND, definition.id());
          secrets.drop(definition.id().toString());
        });
  }

  /** The secret part of the address to which the provider sends receipts and replies. */
  public String callback(Viewer by, String id) {
    by.must(Right.ADMIN);
    var owner = definition(id).id().toString();
    return secrets.open(owner, CALLBACK).orElseGet(() -> renewed(owner));
  }

  /** Another one, for when the old one got into wrong hands; the old one holds no more. */
  public String renewCallback(Viewer by, String id) {
    by.must(Right.ADMIN);
    return renewed(definition(id).id().toString());
  }

  private String renewed(String owner) {
    var fresh = random();
    secrets.put(owner, CALLBACK, fresh);
    return fresh;
  }

  /** The connection whose callback this is; absent for any other text, in the same time. */
  public Optional<Connected> calledBack(String id, String shown) {
    if (!id.matches("[a-z][a-z0-9_]{0,62}")) return Optional.empty();
    var owner = Connection.KIND.id(id).toString();
    var right = secrets.open(owner, CALLBACK);
    boolean same =
        MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8),
            right.orElseGet(Connections::random).getBytes(StandardCharsets.UTF_8));
    return same ? find(id).filter(c -> !c.retired()) : Optional.empty();
  }

  private static String random() {
    var bytes = new byte[CALLBACK_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
