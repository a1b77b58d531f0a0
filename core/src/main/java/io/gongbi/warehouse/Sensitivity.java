package io.gongbi.warehouse;

/**
 * How a column is treated for viewers: open to all, masked unless a role lifts it, or sensitive.
 */
public enum Sensitivity {
  OPEN,
  PERSONAL,
  SENSITIVE
}
