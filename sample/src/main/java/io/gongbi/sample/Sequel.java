package io.gongbi.sample;

import java.io.Closeable;
import java.io.IOException;

/** What comes of an order in another file, told in the order of placing. */
interface Sequel extends Closeable {

  /** An order of the shop under the number that the shop gave it. */
  record Placed(Person person, History history, Visit visit, Basket basket, String number) {}

  void after(Placed order) throws IOException;
}
