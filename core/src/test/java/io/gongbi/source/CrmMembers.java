package io.gongbi.source;

import io.gongbi.catalog.Label;
import io.gongbi.standard.Standard;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the columns of a CRM's members are mapped. The first column is the key. */
final class CrmMembers {
  private CrmMembers() {}

  /** 卡号 is the member card, any other column a name. */
  static Mapping columns(Layout layout, String... columns) {
    return lines(
        layout,
        Arrays.stream(columns)
            .map(c -> c + (c.equals("卡号") ? "→member_card" : "→name"))
            .toArray(String[]::new));
  }

  /** {@code 卡号→member_card} for each column that is mapped. */
  static Mapping lines(Layout layout, String... lines) {
    var mapped =
        Arrays.stream(lines)
            .map(l -> l.split("→"))
            .map(l -> Mapping.Line.of(l[0], "customer." + l[1]))
            .toList();
    return new Mapping(
        new SourceId("crm"),
        Label.typed("CRM"),
        "members",
        Standard.CUSTOMER,
        layout,
        List.of(mapped.getFirst().column()),
        mapped,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
