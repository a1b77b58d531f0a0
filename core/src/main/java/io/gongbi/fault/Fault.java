package io.gongbi.fault;

import java.util.Map;

/**
 * Something a person can act on. {@code code} is stable and names the message in both languages
 * ({@code funnel.too-few-steps}); {@code place} says where ({@code steps[1].event}, {@code
 * orders.csv:17}); {@code words} fill the message.
 */
public sealed interface Fault {
  String code();

  String place();

  Map<String, String> words();

  /** The question or the input is wrong: whoever asked can mend it. */
  record BadQuestion(String code, String place, Map<String, String> words) implements Fault {
    public BadQuestion {
      words = Map.copyOf(words);
    }
  }

  /** The thing asked for does not exist, or not for this viewer. */
  record NotFound(String code, String place, Map<String, String> words) implements Fault {
    public NotFound {
      words = Map.copyOf(words);
    }
  }

  /** The viewer lacks a right that somebody can grant. */
  record Forbidden(String code, String place, Map<String, String> words) implements Fault {
    public Forbidden {
      words = Map.copyOf(words);
    }
  }

  /** It collides with something that is already so: a name taken, a folder in use. */
  record Conflict(String code, String place, Map<String, String> words) implements Fault {
    public Conflict {
      words = Map.copyOf(words);
    }
  }

  /** A limit was passed; the words name the limit and the size. */
  record TooLarge(String code, String place, Map<String, String> words) implements Fault {
    public TooLarge {
      words = Map.copyOf(words);
    }
  }

  /** Something that the product needs does not answer or is damaged: the operator's to mend. */
  record Unavailable(String code, String place, Map<String, String> words) implements Fault {
    public Unavailable {
      words = Map.copyOf(words);
    }
  }
}
