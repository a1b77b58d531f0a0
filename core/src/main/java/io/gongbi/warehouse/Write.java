package io.gongbi.warehouse;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One transaction on the warehouse. What it reads includes what it has written; nobody else sees
 * anything of it before {@link #commit}; closing without a commit undoes all. It may write only
 * tables of the concepts it was opened for.
 *
 * <p>Not thread-safe, but {@link #cancel} may be called from elsewhere.
 */
public interface Write extends AutoCloseable {
  Table query(Sql sql, View view);

  /** As {@link Warehouse#each}, inside this transaction. */
  void each(Sql sql, View view, int batch, Consumer<Table> consumer);

  /**
   * Makes a table whose columns follow from a source or from definitions, or adds the columns that
   * it lacks. Columns are never dropped or retyped here. A derived table must stand; what it is
   * given is empty until its step fills it, which is no reason to rebuild everything.
   */
  default void ensure(TableSpec table) {
    ensure(table, Set.of());
  }

  /**
   * A table that is made here need keep nothing, row by row, for the columns {@code unfilled} until
   * somebody fills them.
   */
  void ensure(TableSpec table, Set<String> unfilled);

  /** Whether a table stands here just as it is declared, its columns' sensitivity included. */
  boolean stands(TableSpec table);

  /**
   * Replaces a slice by the rows of a question, matched by column name. Returns the rows written.
   */
  long replace(TableSpec table, Slice slice, Sql rows, View view);

  /** Replaces all of a derived table by nothing. */
  void clear(TableSpec table);

  /** Adds the rows of a question, matched by column name; columns not named stay empty. */
  long append(TableSpec table, Sql rows, View view);

  /** Adds rows made in Java, column order as in the table's declaration. */
  long append(TableSpec table, Table rows);

  /**
   * Asks a question once whose answer several others read, each through the slot {@code slot}. The
   * answer is no table of the warehouse: only this transaction sees it, and it is gone when the
   * returned object is closed. One slot holds one answer at a time.
   */
  Held hold(TableName slot, Sql rows, View view);

  /** An answer that is held; see {@link #hold}. */
  interface Held extends AutoCloseable {
    /** It in its slot; everything else as it is. */
    View view();

    @Override
    void close();
  }

  /**
   * Sets columns of the rows whose {@code keyColumn} equals that of a row of {@code rows}: {@code
   * columns} maps the table's column to the question's.
   */
  long update(TableSpec table, String keyColumn, Map<String, String> columns, Sql rows, View view);

  long delete(TableSpec table, Slice slice, View view);

  /**
   * Streams a delimited file into a table: {@code batch}, {@code line} and then the fields as
   * untouched text, in the columns that the file names; an empty field is no value. Gives the
   * number of rows. Throws when a row does not fit: the file is of our own making.
   */
  long load(TableSpec table, DelimitedFile file, long batch);

  /** The cursor rule: how far a reader of a feed has got is committed with what it wrote. */
  void mark(String reader, Position reached);

  Position reached(String reader);

  void commit();

  /** Stops the running statement, and every later one, with a {@link CancelledException}. */
  void cancel();

  @Override
  void close();
}
