package io.gongbi.channel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What a customer answered to a message, or what a provider put into its place. */
public record Reply(String text) {
  private static final Set<String> STOP =
      Set.of(
          "R", "T", "TD", "N", "退订", "已退订", "退訂", "拒收", "回复R", "回复T", "回复TD", "STOP", "OPTEDOUT");

  /**
   * Whether they want no more. "td", "Ｒ", " 退订。" and "opted-out" say so, "退订怎么弄" is a question for
   * a person, and "TDX" is nothing.
   */
  public boolean stops() {
    var plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{P}\\p{S}\\s]", "");
    return STOP.contains(plain.toUpperCase(Locale.ROOT));
  }
}
