package io.gongbi.profile;

/**
 * How many sales, and how many deeds of the last 90 days, fell into this hour of this weekday,
 * local time; Monday is 1.
 */
public record Beat(int weekday, int hour, long orders, long deeds) {}
