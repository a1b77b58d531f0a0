package io.gongbi.warehouse;

import java.util.List;

/**
 * A bug, or a broken store: carries the statement and its values so that one log line is enough.
 */
public final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String statement;

  public SqlFailure(String statement, List<Value> values, Throwable cause) {
    super(cause.getMessage() + "\nin\n" + statement + "\nwith " + values.size() + " values", cause);
    this.statement = statement;
  }

  public String statement() {
    return statement;
  }
}
