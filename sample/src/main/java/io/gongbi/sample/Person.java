package io.gongbi.sample;

import io.gongbi.sample.Goods.Category;
import io.gongbi.sample.Names.Name;
import io.gongbi.sample.Places.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A human being, as no system knows them: the one name, birthday and home behind all their records.
 * Seconds count from the window's first midnight and are negative before it.
 *
 * @param member has a card in the CRM, since {@code memberSince}
 * @param accounts seconds at which each account in the online shop was opened; usually one or none
 * @param favourites the categories most of this person's baskets come from
 */
record Person(
    int index,
    Name name,
    boolean female,
    LocalDate birthday,
    Place home,
    boolean member,
    long memberSince,
    List<Long> accounts,
    List<Category> favourites) {

  Person {
    accounts = List.copyOf(accounts);
    favourites = List.copyOf(favourites);
  }

  /** The same life under another name and birthday. */
  Person called(Name other, LocalDate born) {
    return new Person(index, other, female, born, home, member, memberSince, accounts, favourites);
  }

  /** When the first of their records began, or the last. */
  long firstSeen() {
    return !member
        ? accounts.getFirst()
        : shops() ? Math.min(memberSince, accounts.getFirst()) : memberSince;
  }

  long lastJoined() {
    return !member
        ? accounts.getLast()
        : shops() ? Math.max(memberSince, accounts.getLast()) : memberSince;
  }

  boolean shops() {
    return !accounts.isEmpty();
  }

  int ageAt(LocalDate day) {
    return day.getYear() - birthday.getYear();
  }

  String id() {
    return String.format(Locale.ROOT, "P%07d", index + 1);
  }
}
