package io.gongbi.insight;

import io.gongbi.warehouse.Table;

/** How many customers stand behind a number, and one page of them as rows of the customer list. */
public record Members(long total, Table rows) {}
