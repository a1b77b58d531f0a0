package io.gongbi.catalog;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps what people define, in every version, and knows which definition uses which. Thread-safe;
 * inside a transaction of the catalog it joins that.
 */
public final class Definitions {
  private static final String LOG = "definition";

  private final Catalog catalog;
  private final Map<Kind<?>, Codec> codecs = new ConcurrentHashMap<>();
  private final Codec changes = Codec.of(List.of(Written.lower(DefinitionChange.What.class)));

  public Definitions(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Saves a new version on top of {@code definition.version()}. Throws {@code
   * definition.changed-meanwhile} when that is not the newest any more, {@code definition.id-taken}
   * when a new one's id was ever used, {@code definition.unknown-reference} when it names a
   * definition that is not in use.
   */
  public <T> Definition<T> save(Kind<T> kind, Definition<T> definition) {
    mustBe(kind, definition.id());
    return catalog.in(
        t -> {
          checkVersion(t, definition);
          checkReferences(t, kind, definition.body());
          return append(t, kind, definition, DefinitionChange.What.SAVED);
        });
  }

  /** Saves a new definition under the next free id: {@code segment/s7} after {@code segment/s6}. */
  public <T> Definition<T> add(Kind<T> kind, String prefix, Label label, UserId owner, T body) {
    return catalog.in(
        t -> {
          var id = kind.id(prefix + (highestNumber(t, kind, prefix) + 1));
          return save(kind, Definition.fresh(id, label, owner, body));
        });
  }

  private static long highestNumber(Transaction t, Kind<?> kind, String prefix) {
    var numbered = Pattern.compile(Pattern.quote(prefix) + "([0-9]{1,15})");
    return t.query(DefinitionQuery.keys(kind)).stream()
        .map(row -> numbered.matcher(row.text("key")))
        .filter(Matcher::matches)
        .mapToLong(key -> Long.parseLong(key.group(1)))
        .max()
        .orElse(0);
  }

  public <T> Optional<Definition<T>> find(Kind<T> kind, DefinitionId id) {
    mustBe(kind, id);
    return catalog.read(t -> newest(t, kind, id));
  }

  /** As {@link #find}, for an id that somebody was given: throws {@code definition.unknown}. */
  public <T> Definition<T> get(Kind<T> kind, DefinitionId id) {
    return find(kind, id).orElseThrow(() -> Faults.notFound("definition.unknown", id.toString()));
  }

  /** All that are in use, in the order of their keys; neither the retired nor the deleted. */
  public <T> List<Definition<T>> all(Kind<T> kind) {
    return catalog.read(
        t ->
            t.query(DefinitionQuery.all(kind)).stream().map(row -> definition(kind, row)).toList());
  }

  /** Those that were retired and not taken up again, in the order of their keys. */
  public <T> List<Definition<T>> retired(Kind<T> kind) {
    return catalog.read(
        t ->
            t.query(DefinitionQuery.retired(kind)).stream()
                .map(row -> definition(kind, row))
                .toList());
  }

  /** Every version that was saved, the newest first, also of what is retired or deleted. */
  public <T> List<Definition<T>> history(Kind<T> kind, DefinitionId id) {
    mustBe(kind, id);
    return catalog.read(
        t ->
            t.query(DefinitionQuery.history(id)).stream()
                .map(row -> definition(kind, row))
                .toList());
  }

  /** The definitions in use that name this one. */
  public Set<DefinitionId> usedBy(DefinitionId id) {
    return catalog.read(t -> users(t, id));
  }

  /** No longer offered, still found by its id. Throws {@code definition.in-use}. */
  public <T> Definition<T> retire(Kind<T> kind, DefinitionId id, UserId by) {
    return catalog.in(
        t -> {
          var retired = unused(t, kind, id).withOwner(by).with(Definition.Status.RETIRED);
          return append(t, kind, retired, DefinitionChange.What.RETIRED);
        });
  }

  /**
   * Gone for everybody, except for its history; the id is never given to another, for its past
   * results still carry it. Throws {@code definition.in-use}.
   */
  public <T> void delete(Kind<T> kind, DefinitionId id, UserId by) {
    catalog.run(
        t -> append(t, kind, unused(t, kind, id).withOwner(by), DefinitionChange.What.DELETED));
  }

  /** A definition that speaks of something, and what people call it. */
  public record Mention(DefinitionId id, Label label) {}

  /**
   * The definitions in use whose body, as it is written, has this in it: {@code .x_pet"} finds
   * every mapping, tag and segment that speaks of the field {@code customer.x_pet}.
   */
  public List<Mention> mentioning(String written) {
    return catalog.read(
        t ->
            t.query(DefinitionQuery.mentioning(written)).stream()
                .map(
                    row ->
                        new Mention(
                            new DefinitionId(row.text("kind"), row.text("key")),
                            new Label(row.text("label_zh"), row.text("label_en"))))
                .toList());
  }

  /** What changed, in order, for whoever keeps something that follows from definitions. */
  public Feed<DefinitionChange> changes() {
    var log = catalog.log(LOG);
    return new Feed<>() {
      @Override
      public String name() {
        return log.name();
      }

      @Override
      public List<Entry<DefinitionChange>> after(Position position, int limit) {
        return log.after(position, limit).stream()
            .map(e -> new Entry<>(e.position(), changes.read(e.body(), DefinitionChange.class)))
            .toList();
      }

      @Override
      public Position end() {
        return log.end();
      }
    };
  }

  private static void mustBe(Kind<?> kind, DefinitionId id) {
    if (!kind.name().equals(id.kind()))
      throw new IllegalArgumentException(id + " is no " + kind.name());
  }

  private static void checkVersion(Transaction t, Definition<?> definition) {
    var id = definition.id();
    var head = t.query(DefinitionQuery.newest(id)).first();
    long version = head.map(row -> row.whole("version")).orElse(0L);
    boolean deleted = head.map(row -> row.flag("is_deleted")).orElse(false);
    if (version > 0 && (definition.version() == 0 || deleted))
      throw new FaultException(
          new Fault.Conflict("definition.id-taken", "", Map.of("id", id.toString())));
    if (version != definition.version())
      throw new FaultException(
          new Fault.Conflict(
              "definition.changed-meanwhile",
              "",
              Map.of(
                  "id", id.toString(),
                  "by", head.map(row -> row.text("owner")).orElse(""),
                  "yours", Integer.toString(definition.version()),
                  "newest", Long.toString(version))));
  }

  private static <T> void checkReferences(Transaction t, Kind<T> kind, T body) {
    var faults = new Faults();
    for (var used : new TreeSet<>(kind.references().apply(body))) {
      boolean inUse =
          t.query(DefinitionQuery.newest(used))
              .first()
              .map(row -> !row.flag("is_deleted") && !row.text("status").equals("RETIRED"))
              .orElse(false);
      if (!inUse) faults.bad("definition.unknown-reference", "", Map.of("id", used.toString()));
    }
    faults.throwIfAny();
  }

  private <T> Definition<T> append(
      Transaction t, Kind<T> kind, Definition<T> before, DefinitionChange.What what) {
    var saved =
        new Definition<>(
            before.id(),
            before.version() + 1,
            before.label(),
            before.owner(),
            before.status(),
            t.now(),
            before.body());
    boolean deleted = what == DefinitionChange.What.DELETED;
    var json = codec(kind).write(saved.body());
    t.write(DefinitionQuery.insert(saved, kind.upcasts().size(), json, deleted));
    t.write(DefinitionQuery.dropReferences(saved.id()));
    boolean uses = !deleted && saved.status() != Definition.Status.RETIRED;
    if (uses)
      for (var used : kind.references().apply(saved.body()))
        t.write(DefinitionQuery.reference(saved.id(), used));
    var change = new DefinitionChange(saved.id(), saved.version(), what);
    t.append(LOG, changes.write(change));
    return saved;
  }

  private <T> Definition<T> unused(Transaction t, Kind<T> kind, DefinitionId id) {
    mustBe(kind, id);
    var found =
        newest(t, kind, id).orElseThrow(() -> Faults.notFound("definition.unknown", id.toString()));
    var users = users(t, id);
    if (!users.isEmpty())
      throw new FaultException(
          new Fault.Conflict(
              "definition.in-use",
              "",
              Map.of(
                  "id",
                  id.toString(),
                  "users",
                  users.stream().map(DefinitionId::toString).collect(Collectors.joining(", ")))));
    return found;
  }

  private static Set<DefinitionId> users(Transaction t, DefinitionId id) {
    var users = new TreeSet<DefinitionId>();
    t.query(DefinitionQuery.usedBy(id)).stream()
        .forEach(row -> users.add(new DefinitionId(row.text("kind"), row.text("key"))));
    users.remove(id);
    return users;
  }

  private <T> Optional<Definition<T>> newest(Transaction t, Kind<T> kind, DefinitionId id) {
    return t.query(DefinitionQuery.newest(id))
        .first()
        .filter(row -> !row.flag("is_deleted"))
        .map(row -> definition(kind, row));
  }

  private <T> Definition<T> definition(Kind<T> kind, Row row) {
    return new Definition<>(
        kind.id(row.text("key")),
        Math.toIntExact(row.whole("version")),
        new Label(row.text("label_zh"), row.text("label_en")),
        new UserId(row.text("owner")),
        Definition.Status.valueOf(row.text("status")),
        row.moment("changed_at"),
        body(kind, row));
  }

  private <T> T body(Kind<T> kind, Row row) {
    int form = Math.toIntExact(row.whole("form"));
    var what = kind.name() + "/" + row.text("key") + " version " + row.whole("version");
    if (form > kind.upcasts().size())
      throw new FaultException(
          new Fault.Conflict("definition.from-newer-version", what, Map.of("id", what)));
    var codec = codec(kind);
    var tree = codec.tree(row.text("body"));
    Upcasting.apply(kind.upcasts().subList(form, kind.upcasts().size()), tree);
    try {
      return kind.type().cast(codec.read(tree, RecordReader.type(kind.type())));
    } catch (FaultException e) {
      // Ours or the operator's to mend: whoever asked for the definition did nothing wrong.
      var unreadable =
          new FaultException(
              new Fault.Unavailable(
                  "definition.unreadable", what, Map.of("id", what, "detail", e.getMessage())));
      unreadable.initCause(e);
      throw unreadable;
    }
  }

  private Codec codec(Kind<?> kind) {
    return codecs.computeIfAbsent(kind, Codec::of);
  }
}
