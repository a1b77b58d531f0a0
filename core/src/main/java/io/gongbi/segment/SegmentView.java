package io.gongbi.segment;

import io.gongbi.catalog.Definition;

/**
 * A segment with its size among the customers that the viewer sees. While it is {@code counting},
 * it was saved but its run has not ended: the size is that of the version before, 0 for a new one.
 */
public record SegmentView(Definition<Segment> definition, long size, boolean counting) {}
