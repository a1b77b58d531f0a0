package io.gongbi.segment;

import io.gongbi.calendar.AsOf;

/** How many meet a condition, of how many in sight; with the question that was asked. */
public record HeadCount(long count, long of, AsOf asOf, long milliseconds, String sql) {}
