package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.dashboard.Board;
import io.gongbi.dashboard.Tile;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Needs;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Boards. A tile's numbers are asked for as any question's are. */
@RestController
@About("Boards and their tiles.")
@RequestMapping("/api/dashboards")
public class DashboardResource {
  private final Gongbi gongbi;

  public DashboardResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /**
   * A board in the list.
   *
   * @param owner who made it
   * @param changeable whether whoever asks may rename, overwrite and delete it
   */
  public record Listed(String id, Label label, int tiles, Label owner, boolean changeable) {}

  /** A board as its page shows it. */
  public record View(
      String id,
      Label label,
      List<Tile> tiles,
      Optional<Board.Filter> filter,
      Label owner,
      boolean changeable) {}

  private View view(Board board, Viewer viewer) {
    return new View(
        board.id(),
        board.label(),
        board.tiles(),
        board.filter(),
        owner(board, Doers.of(gongbi)),
        board.isChangeableBy(viewer));
  }

  private static Label owner(Board board, Doers doers) {
    return doers.called(board.maker().orElseThrow());
  }

  @Needs(Right.VIEW)
  @GetMapping
  @About("All boards.")
  public List<Listed> all(Viewer viewer) {
    var doers = Doers.of(gongbi);
    return gongbi.boards().all(gongbi.asOf(), viewer).stream()
        .map(
            b ->
                new Listed(
                    b.id(), b.label(), b.tiles().size(), owner(b, doers), b.isChangeableBy(viewer)))
        .toList();
  }

  @Needs(Right.VIEW)
  @GetMapping("/{id}")
  @About("One board.")
  public View one(@PathVariable String id, Viewer viewer) {
    return gongbi
        .boards()
        .find(id, gongbi.asOf(), viewer)
        .map(b -> view(b, viewer))
        .orElseThrow(() -> Faults.notFound("definition.unknown", id));
  }

  /** A board that does not exist yet: its name as it was typed, and its first tiles. */
  public record Fresh(String label, List<Tile> tiles, Optional<Board.Filter> filter) {}

  @Needs(Right.DEFINE)
  @PostMapping
  @About("Makes a board.")
  public View add(@RequestBody Fresh fresh, Viewer viewer) {
    return view(
        gongbi.boards().add(Names.typed(fresh.label()), fresh.tiles(), fresh.filter(), viewer),
        viewer);
  }

  /** A board to be saved. */
  public record Saved(Label label, List<Tile> tiles, Optional<Board.Filter> filter) {}

  @Needs(Right.DEFINE)
  @PutMapping("/{id}")
  @About("Saves a board: for its maker and administrators.")
  public View save(@PathVariable String id, @RequestBody Saved saved, Viewer viewer) {
    return view(
        gongbi.boards().save(new Board(id, saved.label(), saved.tiles(), saved.filter()), viewer),
        viewer);
  }

  @Needs(Right.DEFINE)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Deletes a board: for its maker and administrators.")
  public void delete(@PathVariable String id, Viewer viewer) {
    if (gongbi.boards().find(id, gongbi.asOf(), viewer).isEmpty())
      throw Faults.notFound("definition.unknown", id);
    gongbi.boards().delete(id, viewer);
  }
}
