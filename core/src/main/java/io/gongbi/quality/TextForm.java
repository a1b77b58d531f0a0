package io.gongbi.quality;

/** How a text has to be written. */
public sealed interface TextForm {
  /** A mobile number, 13812340001. */
  record Phone() implements TextForm {}

  /** An e-mail address. */
  record Email() implements TextForm {}

  /** Nothing but digits, so many of them: from 8 to 8 means exactly eight. */
  record Digits(int least, int most) implements TextForm {}

  /** Letters and digits of ASCII, so many of them. */
  record LettersAndDigits(int least, int most) implements TextForm {}

  /** The whole text matches a regular expression: {@code VIP-[0-9]{6}}. */
  record Matches(String regex) implements TextForm {}
}
