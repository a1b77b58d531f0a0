package io.gongbi;

import io.gongbi.access.Viewer;
import io.gongbi.segment.ListFile;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.View;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One way out of the core.
 *
 * @param tells what Lin's answer must contain: otherwise the question would prove nothing
 */
record Way(String name, String tells, Ask ask) {
  /** One way to ask; a refusal is an answer too. */
  interface Ask {
    Object of(Gongbi gongbi, Viewer viewer);
  }

  /** Annabel 100001 and Boris 100002 are of Shanghai, Cyrano 100003 is of Beijing. */
  static final CustomerId ANNABEL = new CustomerId(100_001);

  static final CustomerId BORIS = new CustomerId(100_002);

  static final CustomerId CYRANO = new CustomerId(100_003);

  static View view(Gongbi gongbi, Viewer viewer) {
    return gongbi.gate().view(viewer);
  }

  /** A list as it leaves in a file. */
  static String csv(ListFile list) {
    var out = new ByteArrayOutputStream();
    list.write(ListFile.Format.CSV, out);
    return out.toString(StandardCharsets.UTF_8) + list.size();
  }

  @Override
  public String toString() {
    return name;
  }
}
