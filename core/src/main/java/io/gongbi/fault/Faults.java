package io.gongbi.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects while a question is checked, then speaks once. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  public void bad(String code, String place, Map<String, String> words) {
    found.add(new Fault.BadQuestion(code, place, words));
  }

  public void add(Fault fault) {
    found.add(fault);
  }

  public List<Fault> found() {
    return List.copyOf(found);
  }

  /** Throws everything collected, or returns if there was nothing. */
  public void throwIfAny() {
    if (!found.isEmpty()) throw new FaultException(found);
  }

  /** For a single fault that leaves nothing else to check. */
  public static FaultException bad(String code, String place) {
    return new FaultException(new Fault.BadQuestion(code, place, Map.of()));
  }

  public static FaultException notFound(String code, String what) {
    return new FaultException(new Fault.NotFound(code, "", Map.of("what", what)));
  }
}
