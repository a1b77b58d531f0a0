package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.profile.ListView;
import io.gongbi.server.login.Needs;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The kept ways of looking at the list of customers. */
@RestController
@About("The kept ways of looking at the list of customers.")
@RequestMapping("/api/profile/customers/views")
public class ListViewResource {
  private final Gongbi gongbi;

  public ListViewResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /**
   * A kept way of looking at the list.
   *
   * @param own whether it is the viewer's own
   */
  public record Shown(
      String id, Label label, String address, boolean shared, boolean own, Label owner) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("The kept ways of looking at the list: one's own and the shared ones.")
  public List<Shown> views(Viewer viewer) {
    var doers = Doers.of(gongbi);
    return gongbi.listViews().all(viewer).stream().map(d -> shown(d, viewer, doers)).toList();
  }

  private static Shown shown(Definition<ListView> view, Viewer viewer, Doers doers) {
    return new Shown(
        view.id().key(),
        view.label(),
        view.body().address(),
        view.body().shared(),
        view.owner().equals(viewer.user()),
        doers.called(view.owner()));
  }

  /** A way of looking at the list to be kept. */
  public record Kept(String label, String address, boolean shared) {}

  @Needs(Right.VIEW)
  @PostMapping
  @About("Keeps a way of looking at the list.")
  public Shown view(@RequestBody Kept kept, Viewer viewer) {
    var added =
        gongbi
            .listViews()
            .add(viewer, Names.typed(kept.label()), new ListView(kept.address(), kept.shared()));
    return shown(added, viewer, Doers.of(gongbi));
  }

  @Needs(Right.VIEW)
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Forgets a kept way of looking at the list.")
  public void forget(@PathVariable String key, Viewer viewer) {
    gongbi.listViews().delete(viewer, Keys.numbered(ListView.KIND, "v", key));
  }
}
