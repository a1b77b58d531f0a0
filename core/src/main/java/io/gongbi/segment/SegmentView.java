package io.gongbi.segment;

import io.gongbi.catalog.Definition;

/** A segment with its size among the customers that the viewer sees. */
public record SegmentView(Definition<Segment> definition, long size) {}
