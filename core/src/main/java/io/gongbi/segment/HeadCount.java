package io.gongbi.segment;

import io.gongbi.calendar.AsOf;

/**
 * How many are members, of how many in sight; with the question that was asked.
 *
 * @param fitting who meet the condition: 12,345 of whom a limit takes 5,000; without one the same
 */
public record HeadCount(
    long count, long fitting, long of, AsOf asOf, long milliseconds, String sql) {}
