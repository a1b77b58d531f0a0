package io.gongbi.fault;

import java.util.List;

/** Carries one or several faults to whoever speaks to the person. */
public final class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public FaultException(List<Fault> faults) {
    super(faults.toString());
    if (faults.isEmpty()) throw new IllegalArgumentException("no fault");
    this.faults = List.copyOf(faults);
  }

  public FaultException(Fault fault) {
    this(List.of(fault));
  }

  public List<Fault> faults() {
    return faults;
  }
}
