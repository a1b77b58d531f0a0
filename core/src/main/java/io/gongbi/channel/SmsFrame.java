package io.gongbi.channel;

import io.gongbi.fault.Faults;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What carriers ask for around the words of a marketing message: who writes, in 【】 at the front,
 * and how to get no more of it, at the end. With 宣和生活 and 拒收请回复R, "周末上新" leaves as
 * "【宣和生活】周末上新，拒收请回复R". Words that have them already are left as they are.
 *
 * @param signature without its brackets; empty where the provider puts it there itself
 * @param optOut empty where the provider puts it there itself
 */
public record SmsFrame(String signature, String optOut) {
  public static final SmsFrame NONE = new SmsFrame("", "");

  /** How to stop them, as most customers know it. */
  public static final String USUAL_OPT_OUT = "拒收请回复R";

  private static final int LONGEST_SIGNATURE = 20;
  private static final int LONGEST_OPT_OUT = 30;
  private static final Pattern SIGNED = Pattern.compile("(?s)\\s*【[^【】]{1,30}】.*");
  private static final Pattern STOPPABLE =
      Pattern.compile("拒收|退订|退訂|unsubscribe|opt out|reply stop", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAUSE = Pattern.compile("[\\p{P}\\s]");

  /** A provider refuses brackets within a signature; braces would become a personal field. */
  private static final Pattern SIGNATURE = Pattern.compile("[^【】\\[\\]{}\\p{Cntrl}]*");

  public SmsFrame {
    signature = signature.strip();
    optOut = optOut.strip();
  }

  /** Collects {@code delivery.signature}, {@code delivery.opt-out-text}. */
  public void check(Faults faults) {
    if (signature.length() > LONGEST_SIGNATURE || !SIGNATURE.matcher(signature).matches()) {
      faults.bad("delivery.signature", "signature", Map.of("most", "" + LONGEST_SIGNATURE));
    }
    boolean stops = optOut.isEmpty() || STOPPABLE.matcher(optOut).find();
    if (optOut.length() > LONGEST_OPT_OUT || !stops || !SIGNATURE.matcher(optOut).matches()) {
      faults.bad("delivery.opt-out-text", "optOut", Map.of("most", "" + LONGEST_OPT_OUT));
    }
  }

  public String around(String words) {
    var signed =
        signature.isEmpty() || SIGNED.matcher(words).matches()
            ? words
            : "【" + signature + "】" + words;
    return optOut.isEmpty() || STOPPABLE.matcher(words).find()
        ? signed
        : signed + pause(signed) + optOut;
  }

  /** A comma behind words; a space behind a link, which a comma would become a part of. */
  private static String pause(String words) {
    if (words.isEmpty()) return "";
    var last = words.substring(words.length() - 1);
    if (last.equals("}")) return "，";
    if (words.matches("(?s).*[A-Za-z0-9]/?")) return " ";
    return PAUSE.matcher(last).matches() ? "" : "，";
  }
}
