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

  /** A board in the list. */
  public record Listed(String id, Label label, int tiles) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("All boards.")
  public List<Listed> all(Viewer viewer) {
    return gongbi.boards().all(gongbi.asOf(), viewer).stream()
        .map(b -> new Listed(b.id(), b.label(), b.tiles().size()))
        .toList();
  }

  @Needs(Right.VIEW)
  @GetMapping("/{id}")
  @About("One board.")
  public Board one(@PathVariable String id, Viewer viewer) {
    return gongbi
        .boards()
        .find(id, gongbi.asOf(), viewer)
        .orElseThrow(() -> Faults.notFound("definition.unknown", id));
  }

  /** A board that does not exist yet: its name as it was typed, and its first tiles. */
  public record Fresh(String label, List<Tile> tiles, Optional<Board.Filter> filter) {}

  @Needs(Right.DEFINE)
  @PostMapping
  @About("Makes a board.")
  public Board add(@RequestBody Fresh fresh, Viewer viewer) {
    return gongbi.boards().add(Names.typed(fresh.label()), fresh.tiles(), fresh.filter(), viewer);
  }

  /** A board to be saved. */
  public record Saved(Label label, List<Tile> tiles, Optional<Board.Filter> filter) {}

  @Needs(Right.DEFINE)
  @PutMapping("/{id}")
  @About("Saves a board.")
  public Board save(@PathVariable String id, @RequestBody Saved saved, Viewer viewer) {
    return gongbi
        .boards()
        .save(new Board(id, saved.label(), saved.tiles(), saved.filter()), viewer);
  }

  @Needs(Right.DEFINE)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Deletes a board.")
  public void delete(@PathVariable String id, Viewer viewer) {
    if (gongbi.boards().find(id, gongbi.asOf(), viewer).isEmpty())
      throw Faults.notFound("definition.unknown", id);
    gongbi.boards().delete(id, viewer);
  }
}
