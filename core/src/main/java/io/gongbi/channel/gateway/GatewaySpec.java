package io.gongbi.channel.gateway;

import io.gongbi.catalog.Label;
import io.gongbi.catalog.Spec;
import io.gongbi.catalog.Spec.Option;
import io.gongbi.catalog.Spec.Part;
import io.gongbi.catalog.Spec.Preset;
import io.gongbi.catalog.Spec.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a gateway asks for: the keys that are stored, and the words of the form. */
final class GatewaySpec {
  static final String URL = "url";
  static final String METHOD = "method";
  static final String FORMAT = "format";
  static final String JSON = "json";
  static final String FORM = "form";
  static final String ACCOUNT = "account";
  static final String SECRET = "secret";
  static final String HEADERS = "headers";
  static final String BODY = "body";
  static final String MOST = "most";
  static final String SUCCESS_AT = "successAt";
  static final String SUCCESS = "success";
  static final String MESSAGE_ID_AT = "messageIdAt";
  static final String WORDS_AT = "wordsAt";
  static final String ANSWERS_AT = "answersAt";
  static final String RATE = "rate";
  static final String TIMEOUT = "timeout";
  static final String RECEIPTS_AT = "receiptsAt";
  static final String RECEIPT_ID_AT = "receiptIdAt";
  static final String RECEIPT_PHONE_AT = "receiptPhoneAt";
  static final String RECEIPT_STATUS_AT = "receiptStatusAt";
  static final String DELIVERED = "delivered";
  static final String UNDER_WAY = "underWay";
  static final String REPLY_AT = "replyAt";
  static final String THANKS = "thanks";

  private GatewaySpec() {}

  static Spec spec() {
    return new Spec(
        "sms-gateway",
        new Label("短信网关", "SMS gateway"),
        new Label(
            "任何用 HTTP 收短信的服务商：照它的接口文档填好地址和内容模板即可。",
            "Any provider that takes text messages over HTTP: fill in its address and templates."),
        List.of(request(), answer(), pace(), receipts()),
        List.of(json(), form(), many()));
  }

  private static Part request() {
    return new Part(
        "request",
        new Label("怎样提交", "How to submit"),
        List.of(
            text(URL, "接口地址", "Address", true, "", 1)
                .hint(
                    "服务商文档里的提交地址。主机要先由管理员列入“设置 → 对外访问”。",
                    "Where the provider takes messages. An administrator allows the host under Settings → Outbound access.")
                .made(),
            new Setting.Choice(
                METHOD,
                new Label("请求方法", "Method"),
                Optional.empty(),
                List.of(
                    new Option("POST", Label.typed("POST")),
                    new Option("PUT", Label.typed("PUT")),
                    new Option("GET", Label.typed("GET"))),
                "POST"),
            new Setting.Choice(
                FORMAT,
                new Label("内容格式", "Format"),
                Optional.empty(),
                List.of(
                    new Option(JSON, Label.typed("JSON")),
                    new Option(FORM, new Label("表单", "Form"))),
                JSON),
            text(ACCOUNT, "账号", "Account", false, "", 1)
                .hint("模板里写 {account} 的地方会换成它。", "Stands in the templates for {account}.")
                .made(),
            new Setting.Secret(
                SECRET,
                new Label("密码或密钥", "Password or key"),
                Optional.of(
                    new Label(
                        "加密保存，之后不再显示。模板里写 {secret} 的地方会换成它。",
                        "Kept encrypted and never shown again. Stands in the templates for {secret}.")),
                false),
            text(HEADERS, "请求头", "Headers", false, "", 3)
                .hint(
                    "每行一个，例如 Authorization: Bearer {secret}；账号密码认证写 Authorization: Basic {basic}。",
                    "One a line, such as Authorization: Bearer {secret}; with user name and password, Authorization: Basic {basic}.")
                .made(),
            text(BODY, "内容模板", "Body template", false, "", 8)
                .hint(
                    "{phone} 手机号、{text} 短信内容、{id} 消息编号、{time} 时间戳（秒）。转义由系统处理。",
                    "{phone} the number, {text} the message, {id} its key, {time} seconds since 1970. Escaping is taken care of.")
                .made(),
            new Setting.Whole(
                MOST,
                new Label("一次提交几条", "Messages a request"),
                Optional.of(
                    new Label(
                        "大于 1 时，JSON 模板里带 {phone} 的那个数组元素会按条数重复。",
                        "Above 1, the element with {phone} of the JSON template's array is repeated for each message.")),
                1,
                200,
                "1")));
  }

  private static Part answer() {
    return new Part(
        "answer",
        new Label("怎样算接收", "What counts as accepted"),
        List.of(
            text(SUCCESS_AT, "结果在哪", "Where the result stands", false, "", 1)
                .hint(
                    "返回 JSON 里的路径，例如 /code。不填时，HTTP 2xx 就算接收。",
                    "A path in the JSON answer, such as /code. Left empty, any HTTP 2xx is accepted.")
                .made(),
            text(SUCCESS, "等于什么算接收", "Which value is accepted", false, "", 1).made(),
            text(MESSAGE_ID_AT, "消息编号在哪", "Where the message id stands", false, "", 1)
                .hint(
                    "例如 /data/msgid，用来和之后的回执对上。不填时，按 {id} 对。",
                    "Such as /data/msgid, to match receipts. Left empty, they are matched by {id}.")
                .made(),
            text(WORDS_AT, "失败原因在哪", "Where the reason stands", false, "", 1)
                .hint("例如 /msg。", "Such as /msg.")
                .made(),
            text(ANSWERS_AT, "逐条结果在哪", "Where the results of each stand", false, "", 1)
                .hint(
                    "一次多条且逐条返回结果时，那个数组的路径，例如 /data；上面几项就从每个元素里取。",
                    "With several messages and a result for each: the path of that array, such as /data; the paths above then start at its elements.")
                .made()));
  }

  private static Part pace() {
    return new Part(
        "pace",
        new Label("速度", "Pace"),
        List.of(
            new Setting.Whole(
                RATE,
                new Label("每秒最多几条", "Messages a second at most"),
                Optional.empty(),
                1,
                500,
                "10"),
            new Setting.Whole(
                TIMEOUT,
                new Label("等几秒算超时", "Seconds to wait"),
                Optional.of(
                    new Label(
                        "超时的消息不知道发没发出，不会自动重发，等回执来了再定。",
                        "Whether a message that timed out was sent is not known: it is not sent again by itself, and settled by its receipt.")),
                1,
                60,
                "10")));
  }

  private static Part receipts() {
    return new Part(
        "receipts",
        new Label("回执和回复", "Receipts and replies"),
        List.of(
            text(RECEIPTS_AT, "回执列表在哪", "Where the receipts stand", false, "", 1)
                .hint(
                    "推送内容里那个数组的路径；整个就是数组，或一次只推一条时不用填。",
                    "The path of their array in what is pushed; empty when all of it is the array, or one receipt comes at a time.")
                .made(),
            text(RECEIPT_ID_AT, "消息编号", "Message id", false, "/msgid", 1).made(),
            text(RECEIPT_PHONE_AT, "手机号", "Phone number", false, "/phone", 1).made(),
            text(RECEIPT_STATUS_AT, "状态", "Status", false, "/status", 1).made(),
            text(DELIVERED, "哪些状态算送达", "Which statuses mean delivered", false, "DELIVRD", 1)
                .hint("多个用逗号隔开，其余的算失败。", "Separated by commas; any other means failed.")
                .made(),
            text(UNDER_WAY, "哪些状态表示还在途中", "Which statuses mean under way", false, "", 1)
                .hint("多个用逗号隔开，可以不填。", "Separated by commas; may be empty.")
                .made(),
            text(REPLY_AT, "回复内容", "Text of a reply", false, "/content", 1)
                .hint(
                    "有这一项的推送按客户回复处理，回 R、T、退订等记为退订。",
                    "What has it is taken as a customer's reply; R, T, 退订 and the like opt out.")
                .made(),
            text(THANKS, "收到后回什么", "What to answer", false, "ok", 1)
                .hint(
                    "服务商要求的应答，例如 ok、0 或 {\"code\":0}。",
                    "As the provider asks: ok, 0 or {\"code\":0}.")
                .made()));
  }

  private static Preset json() {
    return new Preset(
        "json",
        new Label("JSON，一次一条", "JSON, one at a time"),
        Map.of(
            METHOD, "POST",
            FORMAT, JSON,
            BODY,
                """
                {
                  "account": "{account}",
                  "password": "{secret}",
                  "phone": "{phone}",
                  "content": "{text}",
                  "uid": "{id}"
                }""",
            MOST, "1",
            SUCCESS_AT, "/code",
            SUCCESS, "0",
            MESSAGE_ID_AT, "/msgid",
            WORDS_AT, "/msg"));
  }

  private static Preset form() {
    return new Preset(
        "form",
        new Label("表单，一次一条", "Form, one at a time"),
        Map.of(
            METHOD, "POST",
            FORMAT, FORM,
            BODY, "account={account}&password={secret}&mobile={phone}&content={text}&uid={id}",
            MOST, "1",
            SUCCESS_AT, "/code",
            SUCCESS, "0",
            MESSAGE_ID_AT, "/msgid",
            WORDS_AT, "/msg"));
  }

  private static Preset many() {
    return new Preset(
        "many",
        new Label("JSON，一次多条", "JSON, many at a time"),
        Map.of(
            METHOD, "POST",
            FORMAT, JSON,
            HEADERS, "Authorization: Bearer {secret}",
            BODY,
                """
                {
                  "account": "{account}",
                  "messages": [{"phone": "{phone}", "content": "{text}", "uid": "{id}"}]
                }""",
            MOST, "100",
            ANSWERS_AT, "/data",
            SUCCESS_AT, "/code",
            SUCCESS, "0",
            MESSAGE_ID_AT, "/msgid",
            WORDS_AT, "/msg"));
  }

  private static Text text(
      String key, String zh, String en, boolean required, String usual, int lines) {
    return new Text(key, new Label(zh, en), Optional.empty(), required, usual, lines);
  }

  /** A text setting on its way to its hint. */
  private record Text(
      String key, Label label, Optional<Label> hint, boolean required, String usual, int lines) {
    Text hint(String zh, String en) {
      return new Text(key, label, Optional.of(new Label(zh, en)), required, usual, lines);
    }

    Setting made() {
      return new Setting.Text(key, label, hint, required, usual, lines);
    }
  }
}
