package io.gongbi.sample;

import java.util.List;

/** What fingers make of a number or an e-mail address: another one that looks as good. */
final class Typos {

  /** What stands for the host, and is plain all the same; tried in this order. */
  private static final List<String[]> HOSTS =
      List.of(
          new String[] {"@qq.com", "@qq.cmo", "@qq.coml", "@qq..com", "@qqcom", "@qq,com"},
          new String[] {"@163.com", "@163.cmo", "@163com", "@163..com", "@163.comm"},
          new String[] {"@126.com", "@126.cmo", "@126com", "@126.comm"},
          new String[] {"@gmail.com", "@gamil.com", "@gmai.com", "@gmail.cmo"},
          new String[] {"@outlook.com", "@outlok.com", "@outlook.cmo", "@outllook.com"},
          new String[] {"@sina.com", "@sian.com", "@sina.cmo"},
          new String[] {"@foxmail.com", "@foxmial.com", "@foxmail.cmo"},
          new String[] {"@aliyun.com", "@aliyun.cmo", "@alyun.com"});

  private Typos() {}

  /** One wrong digit of the last eight, or two neighbours among them that changed places. */
  static String phone(Dice dice, String digits) {
    int at = 3 + dice.below(7);
    char left = digits.charAt(at);
    char right = digits.charAt(at + 1);
    if (left != right && dice.chance(0.45)) {
      return digits.substring(0, at) + right + left + digits.substring(at + 2);
    }
    char other = (char) ('0' + (left - '0' + 1 + dice.below(9)) % 10);
    return digits.substring(0, at) + other + digits.substring(at + 1);
  }

  /** A letter or digit before the @ that is missing, doubled, or has changed its place. */
  static String mailbox(Dice dice, String address) {
    int at = 1 + dice.below(address.indexOf('@') - 2);
    char left = address.charAt(at);
    char right = address.charAt(at + 1);
    if (left != right && right != '@' && dice.chance(0.4)) {
      return address.substring(0, at) + right + left + address.substring(at + 2);
    }
    return dice.chance(0.6)
        ? address.substring(0, at) + address.substring(at + 1)
        : address.substring(0, at) + left + address.substring(at);
  }

  static String host(Dice dice, String address) {
    for (String[] host : HOSTS) {
      if (address.endsWith(host[0])) {
        String wrong = host[1 + dice.below(host.length - 1)];
        return address.substring(0, address.length() - host[0].length()) + wrong;
      }
    }
    return address;
  }
}
