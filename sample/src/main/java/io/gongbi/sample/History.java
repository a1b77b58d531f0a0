package io.gongbi.sample;

import java.util.List;
import java.util.Optional;

/**
 * What one person did in the two years, and what the campaign did to them.
 *
 * @param visits their orders in time order
 * @param gone their buying has ended: they will not order again, whatever is sent
 * @param target present when the past campaign aimed at them
 */
record History(List<Visit> visits, boolean gone, Optional<Target> target) {

  History {
    visits = List.copyOf(visits);
  }

  /**
   * One of the campaign's audience. Both outcomes of the person are known here, as they never are
   * outside: what they would do without the message, and what they did.
   */
  record Target(boolean treated, boolean wouldConvert, boolean converted) {}
}
