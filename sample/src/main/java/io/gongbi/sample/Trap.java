package io.gongbi.sample;

import java.util.Optional;

/**
 * What misleads whoever brings records together, in one record. {@link SampleMall} says how often
 * each kind comes.
 *
 * @param other the other person that it concerns: the namesake, the former holder, the receiver
 * @param was what would stand there without it, or since or until when it is so
 */
record Trap(Kind kind, Optional<Person> other, String was) {

  enum Kind {
    /** The name in letters: Wang Xiaoming. */
    PINYIN,
    /** A character of the name is another one of the same reading. */
    HOMOPHONE,
    /** A character of the name is another one that looks like it. */
    LOOK_ALIKE,
    /** The name in traditional characters. */
    TRADITIONAL,
    /** What friends or clerks call somebody stands for the name: 小丽, 王姐. */
    NICKNAME,
    /** 王女士 stands for the name. */
    TITLE,
    /** Two persons had the number one after the other. */
    RECYCLED_PHONE,
    /** The second number of somebody who has two. */
    OTHER_PHONE,
    /** One wrong digit, or two that changed places. */
    MISTYPED_PHONE,
    /** The number of a front desk, which colleagues share. */
    OFFICE_PHONE,
    /** The address of a firm, which colleagues share. */
    OFFICE_ADDRESS,
    /** The number of the tablet in a shop. */
    TABLET_PHONE,
    /** The number of the house. */
    HOUSE_PHONE,
    /** A parcel for somebody who is a customer too. */
    GIFT,
    /** One letter wrong in the e-mail address, so that it is another address. */
    MISTYPED_MAIL,
    /** The host of the e-mail address is misspelt, and is plain all the same. */
    MISSPELT_HOST,
    /** The first date that the form offered. */
    OFFERED_BIRTHDAY,
    /** Another person of the city has the name. */
    NAMESAKE,
    /** Another person of the city has the name and the birthday. */
    DOUBLE,
    /** Of the family, with its surname, its door and its phone; born on the same day. */
    TWIN,
    /** The same, born some years apart. */
    SIBLING,
    /** The same, a generation apart. */
    PARENT_OR_CHILD
  }

  static Trap of(Kind kind, String was) {
    return new Trap(kind, Optional.empty(), was);
  }

  static Trap of(Kind kind, Person other, String was) {
    return new Trap(kind, Optional.of(other), was);
  }
}
