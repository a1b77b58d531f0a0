package io.gongbi.profile;

import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.util.List;
import java.util.Map;

/**
 * The kept ways of looking at customers: one's own and the shared ones. Everybody may keep their
 * own; to share one with others takes the right to define. Thread-safe.
 */
public final class ListViews {
  private static final int LONGEST = 4_000;

  private final Definitions definitions;
  private final Authorship authors;

  public ListViews(Definitions definitions, Authorship authors) {
    this.definitions = definitions;
    this.authors = authors;
  }

  /** Those that this viewer may open, in the order in which they were made. */
  public List<Definition<ListView>> all(Viewer viewer) {
    return definitions.all(ListView.KIND).stream().filter(d -> isFor(d, viewer)).toList();
  }

  private static boolean isFor(Definition<ListView> definition, Viewer viewer) {
    return definition.body().shared() || definition.owner().equals(viewer.user());
  }

  /** Throws {@code profile.view-address} for one that no browser would take. */
  public Definition<ListView> add(Viewer by, Label label, ListView view) {
    by.must(Right.VIEW);
    if (view.shared()) by.must(Right.DEFINE);
    if (view.address().length() > LONGEST) throw Faults.bad("profile.view-address", "address");
    return authors.add(by, ListView.KIND, "v", label, view);
  }

  /** One's own, or as an administrator any shared one. Throws {@code profile.view-of-another}. */
  public void delete(Viewer by, DefinitionId id) {
    var definition = definitions.get(ListView.KIND, id);
    if (!isFor(definition, by)) throw Faults.notFound("definition.unknown", id.toString());
    if (!definition.owner().equals(by.user()) && !by.role().rights().contains(Right.ADMIN)) {
      throw new FaultException(new Fault.Forbidden("profile.view-of-another", "", Map.of()));
    }
    authors.delete(by, ListView.KIND, id);
  }
}
