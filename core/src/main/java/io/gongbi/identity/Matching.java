package io.gongbi.identity;

import io.gongbi.identity.match.Model;
import java.util.Optional;

/**
 * How probable matches are found.
 *
 * @param few of so few records everybody is compared with everybody
 * @param model what agreement is worth; learnt from the data when empty
 */
record Matching(int few, Optional<Model> model) {
  static final Matching DEFAULT = new Matching(1_500, Optional.empty());
}
