package io.gongbi.identity;

import io.gongbi.identity.match.Fit;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Records that a test lands and resolves, and what the engine then says of their customers. */
abstract class ResolvedGround {
  static final Delta ALL = new Delta.Everything();
  @TempDir Path folder;
  Ground given;

  @BeforeEach
  void open() {
    given = new Ground(folder);
  }

  @AfterEach
  void close() {
    given.close();
  }

  /** Weights as they are usual, and nobody compared with everybody: landings stay small. */
  static final Matching MATCHING = new Matching(0, Optional.of(Fit.of(Map.of(), Map.of())));

  static List<Step> steps(IdRules rules) {
    return steps(rules, MATCHING, List.of());
  }

  static List<Step> steps(IdRules rules, Matching matching, List<Decision> decisions) {
    return List.of(new Resolve(rules, matching, decisions, List.of(), Ground.CLOCK));
  }

  static IdRules limited(IdType type, int records, int names) {
    return IdRules.DEFAULT.with(type, IdRules.DEFAULT.of(type).limited(records, names));
  }

  Delta resolve(Delta delta) {
    return given.run(steps(IdRules.DEFAULT), delta);
  }

  static Delta batch(long batch) {
    return new Delta.Batches(Set.of(batch));
  }

  List<String> members() {
    return given.rows(
        """
        select m.customer_id, m.source || '/' || m.record_key as record
        from {identity.member} m
        order by m.customer_id nulls last, record nulls last
        """);
  }

  List<String> aliases() {
    return given.rows(
        "select l.customer_id, l.now_id from {identity.alias} l order by l.customer_id nulls last");
  }

  List<String> touched() {
    return given.rows(
        "select t.customer_id from {identity.touched} t order by t.customer_id nulls last");
  }

  Identities identities() {
    return new Identities(
        given.warehouse(), given.gate(), () -> IdRules.DEFAULT, List::of, List::of, Ground.CLOCK);
  }

  static CustomerId id(long value) {
    return new CustomerId(value);
  }
}
