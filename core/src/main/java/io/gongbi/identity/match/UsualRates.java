package io.gongbi.identity.match;

import java.util.List;
import java.util.Map;

/** How often levels are reached, from level 1 on, where the data is too little to tell. */
final class UsualRates {
  private static final Map<Comparison, List<Double>> STRANGERS =
      Map.ofEntries(
          Map.entry(Comparison.NAME, List.of(0.97, 0.025, 0.003, 0.0005, 0.0003)),
          Map.entry(Comparison.SURNAME, List.of(0.985, 0.005, 0.004, 0.006)),
          Map.entry(Comparison.GIVEN, List.of(0.98, 0.006, 0.004, 0.01)),
          Map.entry(Comparison.BIRTHDAY, List.of(0.9946, 0.003, 0.002, 0.0004)),
          Map.entry(Comparison.GENDER, List.of(0.48, 0.52)),
          Map.entry(Comparison.PHONE, List.of(0.99997, 0.00001, 0.00002)),
          Map.entry(Comparison.EMAIL, List.of(0.9998, 0.00018, 0.00002)),
          Map.entry(Comparison.DOOR, List.of(0.99, 0.009, 0.0009, 0.0001)),
          Map.entry(Comparison.CITY, List.of(0.95, 0.05)),
          Map.entry(Comparison.POSTCODE, List.of(0.99, 0.009, 0.001)),
          Map.entry(Comparison.ID_NUMBER, List.of(0.9998, 0.0001, 0.0001)),
          Map.entry(Comparison.SHARED_ID, List.of(0.9999, 0.0001)));

  private static final Map<Comparison, List<Double>> ONE_PERSON =
      Map.ofEntries(
          Map.entry(Comparison.NAME, List.of(0.03, 0.01, 0.03, 0.03, 0.9)),
          Map.entry(Comparison.SURNAME, List.of(0.1, 0.03, 0.12, 0.75)),
          Map.entry(Comparison.GIVEN, List.of(0.1, 0.05, 0.15, 0.7)),
          Map.entry(Comparison.BIRTHDAY, List.of(0.05, 0.01, 0.04, 0.9)),
          Map.entry(Comparison.GENDER, List.of(0.03, 0.97)),
          Map.entry(Comparison.PHONE, List.of(0.25, 0.02, 0.73)),
          Map.entry(Comparison.EMAIL, List.of(0.3, 0.05, 0.65)),
          Map.entry(Comparison.DOOR, List.of(0.3, 0.1, 0.1, 0.5)),
          Map.entry(Comparison.CITY, List.of(0.2, 0.8)),
          Map.entry(Comparison.POSTCODE, List.of(0.2, 0.1, 0.7)),
          Map.entry(Comparison.ID_NUMBER, List.of(0.05, 0.05, 0.9)),
          Map.entry(Comparison.SHARED_ID, List.of(0.4, 0.6)));

  private UsualRates() {}

  /** By two records of two people who have nothing to do with each other. */
  static List<Double> strangers(Comparison comparison) {
    return of(STRANGERS, comparison);
  }

  /** By two records of one person. */
  static List<Double> onePerson(Comparison comparison) {
    return of(ONE_PERSON, comparison);
  }

  private static List<Double> of(Map<Comparison, List<Double>> rates, Comparison comparison) {
    var of = rates.get(comparison);
    if (of == null) throw new IllegalStateException("no usual rates of " + comparison);
    return of;
  }
}
