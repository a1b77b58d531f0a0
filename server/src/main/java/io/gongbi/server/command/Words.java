package io.gongbi.server.command;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.Messages;
import java.util.HashMap;
import java.util.Locale;

/** What the terminal says, in the language of LANG. */
final class Words {
  private Words() {}

  static boolean chinese() {
    return Locale.getDefault().getLanguage().equals("zh");
  }

  static String say(Fault fault) {
    var place = fault.place().isEmpty() ? "" : " (" + fault.place() + ")";
    return Messages.say(fault, Locale.getDefault()) + place;
  }

  static String say(Label label) {
    return chinese() ? label.zh() : label.en();
  }

  /** {@code say("command.folder", "folder", "./data")}. */
  static String say(String code, String... words) {
    var map = new HashMap<String, String>();
    for (int i = 0; i < words.length; i += 2) map.put(words[i], words[i + 1]);
    return Messages.say(code, map, Locale.getDefault());
  }
}
