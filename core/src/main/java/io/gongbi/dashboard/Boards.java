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
import io.gongbi.condition.Condition;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.insight.Answer;
import io.gongbi.insight.GroupProfile;
import io.gongbi.insight.Insight;
import io.gongbi.insight.Insights;
import io.gongbi.tag.Tag;
import io.gongbi.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps boards and answers their tiles. The ready boards make themselves, once, as soon as there
 * are orders; whoever deletes one is not given it again. Thread-safe.
 */
public final class Boards {
  /** What is stored of a board; its id and label are those of the definition. */
  public record Tiles(List<Tile> tiles, Optional<Board.Filter> filter) {
    public Tiles {
      tiles = List.copyOf(tiles);
    }
  }

  public static final Kind<Tiles> KIND =
      Kind.of("dashboard", Tiles.class, Insights.SHAPES)
          .naming(
              t ->
                  Stream.concat(
                          t.tiles().stream().flatMap(tile -> tile.insight().stream()),
                          t.filter().flatMap(Board.Filter::who).map(Boards::about).stream())
                      .flatMap(insight -> insight.names().stream())
                      .collect(Collectors.toSet()));

  /** Any question about these customers. */
  private static Insight about(Condition who) {
    return new GroupProfile(who, List.of());
  }

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
    makeReady(asOf);
    return definitions.all(KIND).stream().map(d -> board(d).asOf(asOf)).toList();
  }

  public Optional<Board> find(String id, AsOf asOf, Viewer viewer) {
    viewer.must(Right.VIEW);
    makeReady(asOf);
    if (!id.matches("[a-z][a-z0-9_]{0,62}")) return Optional.empty();
    return definitions.find(KIND, KIND.id(id)).map(d -> board(d).asOf(asOf));
  }

  private static Board board(Definition<Tiles> definition) {
    return new Board(
        definition.id().key(),
        definition.label(),
        definition.body().tiles(),
        definition.body().filter(),
        Optional.of(definition.owner()));
  }

  /** Throws {@code dashboard.of-another} unless the viewer may change what is kept there. */
  private static void mustBeOf(Definition<Tiles> kept, Viewer by) {
    if (!board(kept).isChangeableBy(by))
      throw new FaultException(new Fault.Forbidden("dashboard.of-another", "", Map.of()));
  }

  /**
   * Saves a board under its id, new or not; it stays its maker's, also when an administrator saves
   * it, and of two saves the last is right. Throws {@code dashboard.of-another}, and everything
   * that is wrong with its tiles.
   */
  public Board save(Board board, Viewer by) {
    by.must(Right.DEFINE);
    new BoardCheck(insights).mustBeSound(board);
    return board(
        catalog.in(
            t -> {
              var id = KIND.id(board.id());
              var body = new Tiles(board.tiles(), board.filter());
              var before = definitions.find(KIND, id);
              before.ifPresent(kept -> mustBeOf(kept, by));
              return authors.save(
                  by,
                  KIND,
                  before
                      .map(d -> d.with(board.label()).withBody(body))
                      .orElseGet(() -> Definition.fresh(id, board.label(), by.user(), body)));
            }));
  }

  /** Saves a new board under the next free id. Throws everything that is wrong with its tiles. */
  public Board add(Label label, List<Tile> tiles, Optional<Board.Filter> filter, Viewer by) {
    by.must(Right.DEFINE);
    var fresh = new Board("b1", label, tiles, filter);
    new BoardCheck(insights).mustBeSound(fresh);
    return board(authors.add(by, KIND, "b", label, new Tiles(fresh.tiles(), fresh.filter())));
  }

  /** Throws {@code definition.unknown}, {@code dashboard.of-another}. */
  public void delete(String id, Viewer by) {
    by.must(Right.DEFINE);
    catalog.run(
        t -> {
          mustBeOf(definitions.get(KIND, KIND.id(id)), by);
          authors.delete(by, KIND, KIND.id(id));
        });
  }

  /** The answer of a tile, about the days that it means now; words have none. */
  public Optional<Answer> answer(Tile tile, AsOf asOf, Viewer viewer) {
    return tile.asOf(asOf).insight().map(insight -> insights.answer(insight, asOf, viewer));
  }

  private void makeReady(AsOf asOf) {
    if (ReadyBoards.IDS.stream().noneMatch(this::isMissing)) return;
    // Asked before the transaction of the catalog: the warehouse has no part in it.
    var facts = warehouse.query(ReadyBoards.FACTS, gate.figures(Viewer.system())).only();
    if (facts.missing("first_day")) return;
    var tags =
        definitions.all(Tag.KIND).stream()
            .filter(d -> d.status() != Definition.Status.RETIRED)
            .map(Definition::id)
            .collect(Collectors.toUnmodifiableSet());
    var ready = new ReadyBoards(ReadyBoards.Facts.of(facts), tags).boards(asOf);
    catalog.run(
        t -> {
          for (var board : ready)
            if (isMissing(board.id()))
              definitions.save(
                  KIND,
                  Definition.fresh(
                      KIND.id(board.id()),
                      board.label(),
                      UserId.SYSTEM,
                      new Tiles(board.tiles(), board.filter())));
        });
  }

  /** It never stood here. */
  private boolean isMissing(String id) {
    return definitions.history(KIND, KIND.id(id)).isEmpty();
  }
}
