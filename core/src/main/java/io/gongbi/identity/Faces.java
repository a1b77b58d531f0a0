package io.gongbi.identity;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is known of each core, step by step: first how it is reached, then, once it is known what a
 * crowd shares, what it looks like and by what keys it is found. Gone when closed.
 */
final class Faces implements AutoCloseable {
  private final Write write;
  private final Deque<Write.Held> held = new ArrayDeque<>();
  private View view;

  /** {@code cores} with the cores in their slot; {@code records}: those of this run. */
  Faces(Write write, IdRules rules, View cores, View records) {
    this.write = write;
    view = cores.over(records);
    hold(FaceQuery.FACTS_HELD, FaceQuery.facts(rules));
    hold(FaceQuery.OWN_HELD, FaceQuery.OWN);
    hold(FaceQuery.REACHED_HELD, FaceQuery.reached(rules));
  }

  /** To be called when {@link Match#CROWDED} says what of these values a crowd shares. */
  void look(boolean reachable) {
    hold(FaceQuery.TELLING_HELD, FaceQuery.TELLING);
    hold(FaceQuery.FACES_HELD, FaceQuery.FACES);
    hold(KeyQuery.KEYED_HELD, KeyQuery.keyed(reachable));
  }

  private void hold(TableName slot, Sql rows) {
    var next = write.hold(slot, rows, view);
    held.push(next);
    view = next.view().over(view);
  }

  View view() {
    return view;
  }

  @Override
  public void close() {
    while (!held.isEmpty()) held.pop().close();
  }
}
