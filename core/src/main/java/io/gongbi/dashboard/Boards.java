package io.gongbi.dashboard;

import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.insight.Answer;
import io.gongbi.insight.Insights;
import io.gongbi.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps boards and answers their tiles. The first board makes itself, once, as soon as there are
 * orders; whoever deletes it is not given it again. Thread-safe.
 */
public final class Boards {
  /** What is stored of a board; its id and label are those of the definition. */
  public record Tiles(List<Tile> tiles) {
    public Tiles {
      tiles = List.copyOf(tiles);
    }
  }

  public static final Kind<Tiles> KIND =
      Kind.of("dashboard", Tiles.class, Insights.SHAPES)
          .naming(
              t ->
                  t.tiles().stream()
                      .flatMap(tile -> tile.insight().names().stream())
                      .collect(Collectors.toSet()));

  private final Catalog catalog;
  private final Definitions definitions;
  private final Authorship authors;
  private final Warehouse warehouse;
  private final Gate gate;
  private final Insights insights;

  public Boards(
      Catalog catalog,
      Definitions definitions,
      Authorship authors,
      Warehouse warehouse,
      Gate gate,
      Insights insights) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.authors = authors;
    this.warehouse = warehouse;
    this.gate = gate;
    this.insights = insights;
  }

  /** All boards, with rolling periods as they are now. */
  public List<Board> all(AsOf asOf, Viewer viewer) {
    viewer.must(Right.VIEW);
    makeFirst(asOf);
    return definitions.all(KIND).stream().map(d -> board(d).asOf(asOf)).toList();
  }

  public Optional<Board> find(String id, AsOf asOf, Viewer viewer) {
    viewer.must(Right.VIEW);
    makeFirst(asOf);
    if (!id.matches("[a-z][a-z0-9_]{0,62}")) return Optional.empty();
    return definitions.find(KIND, KIND.id(id)).map(d -> board(d).asOf(asOf));
  }

  private static Board board(Definition<Tiles> definition) {
    return new Board(definition.id().key(), definition.label(), definition.body().tiles());
  }

  /**
   * Saves a board under its id, new or not; of two who save, the last is right. Throws everything
   * that is wrong with its tiles.
   */
  public Board save(Board board, Viewer by) {
    by.must(Right.DEFINE);
    new BoardCheck(insights).mustBeSound(board);
    return board(
        catalog.in(
            t -> {
              var id = KIND.id(board.id());
              var body = new Tiles(board.tiles());
              var before = definitions.find(KIND, id);
              return authors.save(
                  by,
                  KIND,
                  before
                      .map(d -> d.with(board.label()).withOwner(by.user()).withBody(body))
                      .orElseGet(() -> Definition.fresh(id, board.label(), by.user(), body)));
            }));
  }

  /** Saves a new board under the next free id. Throws everything that is wrong with its tiles. */
  public Board add(Label label, List<Tile> tiles, Viewer by) {
    by.must(Right.DEFINE);
    new BoardCheck(insights).mustBeSound(new Board("b1", label, tiles));
    return board(authors.add(by, KIND, "b", label, new Tiles(tiles)));
  }

  public void delete(String id, Viewer by) {
    by.must(Right.DEFINE);
    authors.delete(by, KIND, KIND.id(id));
  }

  /** The answer of a tile, about the days that it means now. */
  public Answer answer(Tile tile, AsOf asOf, Viewer viewer) {
    return insights.answer(tile.asOf(asOf).insight(), asOf, viewer);
  }

  private void makeFirst(AsOf asOf) {
    var id = KIND.id(FirstBoard.ID);
    if (!definitions.history(KIND, id).isEmpty()) return;
    // Asked before the transaction of the catalog: the warehouse has no part in it.
    var facts = warehouse.query(FirstBoard.FACTS, gate.view(Viewer.system())).only();
    if (facts.missing("first_day")) return;
    var first = new FirstBoard(facts.day("first_day"), facts.whole("registered") > 0).board(asOf);
    catalog.run(
        t -> {
          if (definitions.history(KIND, id).isEmpty())
            definitions.save(
                KIND, Definition.fresh(id, first.label(), UserId.SYSTEM, new Tiles(first.tiles())));
        });
  }
}
