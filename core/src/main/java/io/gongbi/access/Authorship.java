package io.gongbi.access;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;

/**
 * What people define, under their names: each change and its row in the {@link AuditTrail} commit
 * together or not at all. Definitions that the product makes itself, such as the ready tags, are
 * nobody's act and are saved without.
 *
 * <p>Example: Lin saves a segment called 老客. It becomes {@code segment/s4}, and the trail says:
 * lin, DEFINED, segment/s4, 老客. Chen, who still has the version before on screen, is told that it
 * changed meanwhile, and the trail says nothing of it. May be called inside a transaction of the
 * catalog.
 */
public final class Authorship {
  private final Catalog catalog;
  private final Definitions definitions;
  private final AuditTrail audit;

  public Authorship(Catalog catalog, Definitions definitions, AuditTrail audit) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.audit = audit;
  }

  /** As {@link Definitions#add}. */
  public <T> Definition<T> add(Viewer by, Kind<T> kind, String prefix, Label label, T body) {
    return catalog.in(
        t -> recorded(by, definitions.add(kind, prefix, label, by.user(), body), Act.DEFINED));
  }

  /** The same, not published yet. */
  public <T> Definition<T> add(
      Viewer by, Kind<T> kind, String prefix, Label label, T body, Definition.Status status) {
    return catalog.in(
        t -> {
          var added = definitions.add(kind, prefix, label, by.user(), body);
          return recorded(by, definitions.save(kind, added.with(status)), Act.DEFINED);
        });
  }

  /** As {@link Definitions#save}. */
  public <T> Definition<T> save(Viewer by, Kind<T> kind, Definition<T> definition) {
    return catalog.in(t -> recorded(by, definitions.save(kind, definition), Act.DEFINED));
  }

  /** As {@link Definitions#retire}. */
  public <T> Definition<T> retire(Viewer by, Kind<T> kind, DefinitionId id) {
    return catalog.in(t -> recorded(by, definitions.retire(kind, id, by.user()), Act.DELETED));
  }

  /** As {@link Definitions#delete}. */
  public <T> void delete(Viewer by, Kind<T> kind, DefinitionId id) {
    catalog.run(
        t -> {
          var definition = definitions.get(kind, id);
          definitions.delete(kind, id, by.user());
          recorded(by, definition, Act.DELETED);
        });
  }

  private <T> Definition<T> recorded(Viewer by, Definition<T> definition, Act act) {
    audit.record(by.user(), act, definition.id().toString(), definition.label().zh());
    return definition;
  }
}
