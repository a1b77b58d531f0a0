package io.gongbi.tag;

import io.gongbi.calendar.AsOf;
import java.util.List;

/**
 * What a rule would say if it were saved now: 4,120 of 22,756 customers in sight would hold it, 女装
 * 1,480 of them.
 *
 * @param values the most frequent first; empty for numbers
 */
public record TagPreview(long holders, long customers, List<TagView.Count> values, AsOf asOf) {
  public TagPreview {
    values = List.copyOf(values);
  }
}
