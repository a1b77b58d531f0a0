package io.gongbi.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Everything that is so before anybody writes it down: the people, what they did, and the order in
 * which it happened. People are made anew whenever one is asked for; only the index is kept.
 */
final class World {

  static final int MONTHS = 24;

  final long seed;
  final int customers;
  final Seasons seasons;
  final Handwriting handwriting;
  final Phones phones;
  final GivenPhones given;
  final Numbers numbers;
  final Firms firms;
  final NameSlips slips;
  final Campaign campaign;
  final People people;
  final Histories histories;
  final Baskets baskets;
  final Receivers receivers;
  final Households households;
  final Addresses addresses;
  final Till till;
  final TillBaskets tillBaskets;
  final Mini mini;
  final Index cards = new Index();
  final Index accounts = new Index();
  final Index orders = new Index();
  final Index receipts = new Index();
  private final int[] cardOf;
  private final int[] firstAccountOf;
  private final int[] secondAccountOf;

  World(long seed, int customers, LocalDate end, Truth truth) throws IOException {
    this.seed = seed;
    this.customers = customers;
    seasons = new Seasons(end.minusMonths(MONTHS), end);
    phones = new Phones(seed);
    people = new People(seed, seasons);
    households = new Households(seed, people);
    addresses = new Addresses(seed, households);
    numbers = new Numbers(seed, customers, seasons, phones, people);
    firms = new Firms(seed, customers, people, phones);
    given = new GivenPhones(seed, phones, numbers, households, firms);
    handwriting = new Handwriting(seed, phones);
    slips = new NameSlips(seed);
    campaign = new Campaign(seed, seasons, given);
    histories = new Histories(seed, seasons, campaign);
    baskets = new Baskets(seed, seasons, phones, numbers);
    receivers = new Receivers(seed, addresses, numbers, firms, new Friends(seed, people), slips);
    till = new Till(seed, seasons, campaign, people);
    tillBaskets = new TillBaskets(seed, seasons);
    mini = new Mini(seed);
    for (int i = 0; i < customers; i++) {
      live(people.person(i), truth);
    }
    cards.sort();
    accounts.sort();
    orders.sort();
    receipts.sort();
    cardOf = cards.positions(customers, 0);
    firstAccountOf = accounts.positions(customers, 0);
    secondAccountOf = accounts.positions(customers, 1);
  }

  private void live(Person person, Truth truth) throws IOException {
    if (person.member()) {
      cards.add(person.memberSince(), person.index(), 0);
    }
    for (int account = 0; account < person.accounts().size(); account++) {
      accounts.add(person.accounts().get(account), person.index(), account);
    }
    History history = histories.of(person);
    for (int visit = 0; visit < history.visits().size(); visit++) {
      orders.add(history.visits().get(visit).second(), person.index(), visit);
    }
    Till.Card card = till.of(person, history);
    for (Till.Receipt receipt : card.receipts()) {
      receipts.add(receipt.second(), person.index(), receipt.which());
    }
    till.walkIn(person.index()).ifPresent(second -> receipts.add(second, Till.WALK_IN, 0));
    if (history.gone()) {
      truth.gone(person, seasons.day(history.visits().getLast().second()));
    } else if (card.gone()) {
      truth.gone(person, seasons.day(card.receipts().getLast().second()));
    }
  }

  /** Among all cards, from 0. */
  int rank(Person person) {
    return cardOf[person.index()];
  }

  /** Numbered by joining: XH00000001 is the company's first member. */
  String card(Person person) {
    return String.format(Locale.ROOT, "XH%08d", cardOf[person.index()] + 1);
  }

  String user(Person person, int account) {
    int position = (account == 0 ? firstAccountOf : secondAccountOf)[person.index()];
    return String.valueOf(10_000_001L + position);
  }
}
