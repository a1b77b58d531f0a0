/**
 * What people decided and what we promised: definitions, decisions, consent, the send ledger,
 * places in journeys, audit. Small rows, strict transactions, SQLite or PostgreSQL. Start at {@code
 * Catalog}.
 */
@NullMarked
package io.gongbi.catalog;

import org.jspecify.annotations.NullMarked;
