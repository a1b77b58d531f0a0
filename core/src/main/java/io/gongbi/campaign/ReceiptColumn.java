package io.gongbi.campaign;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the columns of a file of receipts say, and how senders head them. */
enum ReceiptColumn {
  KEY("message_key", "消息编号", "短信编号", "自定义编号"),
  NUMBER(
      "phone",
      "手机号",
      "手机号码",
      "手机",
      "号码",
      "接收号码",
      "接收手机",
      "接收手机号",
      "接收手机号码",
      "接收人手机号",
      "目标号码",
      "被叫号码",
      "发送号码",
      "电话号码",
      "phone number",
      "mobile",
      "mobile phone",
      "mobile number",
      "msisdn",
      "recipient",
      "to"),
  STATUS(
      "status",
      "状态",
      "状态报告",
      "发送状态",
      "短信状态",
      "回执状态",
      "接收状态",
      "送达状态",
      "发送结果",
      "回执结果",
      "delivery status",
      "report status"),
  HAPPENED_AT(
      "happened_at",
      "时间",
      "状态时间",
      "回执时间",
      "报告时间",
      "状态报告时间",
      "接收时间",
      "送达时间",
      "到达时间",
      "回复时间",
      "delivered at",
      "report time",
      "receive time"),
  /** Counts where it is not told when the receipt came. */
  SENT_AT("sent_at", "发送时间", "提交时间", "下发时间", "send time", "sent time"),
  REASON("reason", "原因", "失败原因", "错误原因", "错误码", "错误描述", "失败描述", "状态说明", "error", "error code"),
  REPLY("reply", "回复", "回复内容", "上行内容");

  // Made of List.of alone.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> heads;

  ReceiptColumn(String... heads) {
    this.heads = List.of(heads);
  }

  static Optional<ReceiptColumn> headed(String head) {
    var plain = plain(head);
    return Arrays.stream(values())
        .filter(c -> c.heads.stream().map(ReceiptColumn::plain).anyMatch(plain::equals))
        .findFirst();
  }

  /** {@code Phone Number} and {@code phone_number} are {@code phonenumber}. */
  private static String plain(String head) {
    return Normalizer.normalize(head, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
