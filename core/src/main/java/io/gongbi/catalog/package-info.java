/**
 * What people decided and what we promised: definitions, settings, consents, the send ledger, the
 * audit. Small rows in strict transactions, on SQLite in the data folder or on PostgreSQL, from one
 * SQL text for both. Each committed change may append to a log that the warehouse follows.
 * Definitions are stored as JSON under names that their concept declares. Start at {@link
 * io.gongbi.catalog.Catalog}, then {@link io.gongbi.catalog.Definitions}.
 */
@NullMarked
package io.gongbi.catalog;

import org.jspecify.annotations.NullMarked;
