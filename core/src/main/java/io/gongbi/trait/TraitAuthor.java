package io.gongbi.trait;

import java.util.List;

/** A package that states traits, such as the tag library: it tells which ones there are. */
@FunctionalInterface
public interface TraitAuthor {
  /** Traits that may be asked about now; retired ones are not in it. */
  List<Trait> traits();
}
