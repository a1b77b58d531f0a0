package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.warehouse.Table;

/** A page of customers and how many there are in all. */
public record Found(long total, AsOf asOf, Table rows) {}
