package io.gongbi.quality;

import io.gongbi.standard.CompanyField;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the text of a cell becomes the clean value of a field: the function of the library ({@code
 * gb_…}) that gives the value, and the one that says why there is none.
 */
enum Standardiser {
  WORDS("gb_words", "gb_words_fault"),
  LABEL("gb_label", "gb_words_fault"),
  PROVINCE("gb_province", "gb_words_fault"),
  CITY("gb_city", "gb_words_fault"),
  NAME("gb_name", "gb_name_fault"),
  NAME_PART("gb_name_part", "gb_name_part_fault"),
  COMPANY("gb_company", "gb_words_fault"),
  PHONE("gb_phone", "gb_phone_fault"),
  LANDLINE("gb_landline", "gb_landline_fault"),
  EMAIL("gb_email", "gb_email_fault"),
  CODE("gb_code", "gb_code_fault"),
  CARD("gb_card", "gb_code_fault"),
  POSTCODE("gb_postcode", "gb_postcode_fault"),
  /** A Chinese number is checked and read, and not kept. */
  ID_NUMBER("gb_id_opaque", "gb_id_fault"),
  /** The same where the mapping says that it may be kept. */
  KEPT_ID_NUMBER("gb_id_number", "gb_id_fault"),
  GENDER("gb_gender", "gb_gender_fault"),
  DAY("gb_day", "gb_time_fault"),
  MOMENT("gb_clock", "gb_time_fault"),
  NUMBER("gb_number", "gb_number_fault"),
  ORDER_STATUS("gb_order_status", "gb_unknown_fault"),
  ARM("gb_arm", "gb_unknown_fault"),
  DELIVERY_STATUS("gb_delivery_status", "gb_unknown_fault"),
  LINE_KIND("gb_line_kind", "gb_unknown_fault"),
  EVENT_NAME("gb_event_name", "gb_words_fault"),
  FEEDBACK_KIND("gb_feedback_kind", "gb_unknown_fault"),
  FEEDBACK_STATUS("gb_feedback_status", "gb_unknown_fault"),
  POINTS_KIND("gb_points_kind", "gb_unknown_fault"),
  CONSENT("gb_yes_no", "gb_unknown_fault"),
  /** One of the codes that a company gave to a field of its own: {@link Cell} knows them. */
  CHOICE("gb_chosen", "gb_chosen_fault");

  private static final Map<String, Standardiser> SPECIAL =
      Map.ofEntries(
          Map.entry("customer.name", NAME),
          Map.entry("customer.surname", NAME_PART),
          Map.entry("customer.given_name", NAME_PART),
          Map.entry("customer.company", COMPANY),
          Map.entry("customer.phone", PHONE),
          Map.entry("customer.landline", LANDLINE),
          Map.entry("customer.postcode", POSTCODE),
          Map.entry("customer.id_number", ID_NUMBER),
          Map.entry("customer.origin", PROVINCE),
          Map.entry("customer.email", EMAIL),
          Map.entry("customer.member_card", CARD),
          Map.entry("customer.platform_id", CODE),
          Map.entry("customer.openid", CODE),
          Map.entry("customer.unionid", CODE),
          Map.entry("customer.device", CODE),
          Map.entry("customer.referrer", CODE),
          Map.entry("customer.sms_consent", CONSENT),
          Map.entry("customer.gender", GENDER),
          Map.entry("customer.country", LABEL),
          Map.entry("customer.province", PROVINCE),
          Map.entry("customer.city", CITY),
          Map.entry("customer.district", LABEL),
          Map.entry("customer.address", LABEL),
          Map.entry("customer.occupation", LABEL),
          Map.entry("customer.level", LABEL),
          Map.entry("order.channel", LABEL),
          Map.entry("order.shop", LABEL),
          Map.entry("order.order_no", CODE),
          Map.entry("order.status", ORDER_STATUS),
          Map.entry("order_line.line_no", CODE),
          Map.entry("order_line.kind", LINE_KIND),
          Map.entry("delivery.arm", ARM),
          Map.entry("delivery.status", DELIVERY_STATUS),
          Map.entry("event.event_no", CODE),
          Map.entry("event.name", EVENT_NAME),
          Map.entry("event.product_code", CODE),
          Map.entry("feedback.feedback_no", CODE),
          Map.entry("feedback.kind", FEEDBACK_KIND),
          Map.entry("feedback.status", FEEDBACK_STATUS),
          Map.entry("feedback.order_no", CODE),
          Map.entry("points.kind", POINTS_KIND),
          Map.entry("coupon.coupon_no", CODE),
          Map.entry("coupon.order_no", CODE));

  private final String value;
  private final String fault;

  Standardiser(String value, String fault) {
    this.value = value;
    this.fault = fault;
  }

  static Standardiser of(Field field) {
    return Optional.ofNullable(SPECIAL.get(field.key().toString()))
        .orElse(
            switch (field.type()) {
              case TEXT ->
                  CompanyField.isOne(field.key().column()) ? ofCompany(field.codes()) : WORDS;
              case TEXT_LIST, FLAG -> WORDS;
              case WHOLE, DECIMAL, REAL -> NUMBER;
              case DAY -> DAY;
              case MOMENT -> MOMENT;
            });
  }

  private static Standardiser ofCompany(List<Field.Code> codes) {
    if (codes.isEmpty()) return LABEL;
    return codes.stream().map(Field.Code::value).toList().equals(List.of("yes", "no"))
        ? CONSENT
        : CHOICE;
  }

  /** For columns that are part of a key without being a field. */
  static Standardiser ofKey(Optional<Field> field) {
    return field.map(Standardiser::of).orElse(CODE);
  }

  /** The clean value. A moment is converted from the zone {@code #zone}. */
  String value(String cell) {
    return this == MOMENT ? "gb_moment(" + cell + ", #zone)" : value + "(" + cell + ")";
  }

  /** What rows with equal values share: a moment as the clock reads, everything else as it is. */
  String key(String cell) {
    return value + "(" + cell + ")";
  }

  /** Something that is empty exactly when there is no clean value, and cheaper than it. */
  String probe(String cell) {
    return switch (this) {
      case CODE -> "gb_code_probe(" + cell + ")";
      case EVENT_NAME, LABEL, PROVINCE, CITY -> "gb_words(" + cell + ")";
      case WORDS,
          NAME,
          NAME_PART,
          COMPANY,
          PHONE,
          LANDLINE,
          EMAIL,
          CARD,
          POSTCODE,
          ID_NUMBER,
          KEPT_ID_NUMBER,
          GENDER,
          DAY,
          MOMENT,
          NUMBER,
          ORDER_STATUS,
          ARM,
          DELIVERY_STATUS,
          LINE_KIND,
          FEEDBACK_KIND,
          FEEDBACK_STATUS,
          POINTS_KIND,
          CONSENT,
          CHOICE ->
          key(cell);
    };
  }

  /**
   * Whether there may be something to say of a cell that has a value, or nothing of one that has
   * none: 王先生 is kept as it is, and an id number that is well is not kept.
   */
  boolean saysOfValues() {
    return this == NAME || this == PHONE || this == EMAIL || this == ID_NUMBER;
  }

  /** Whether a fault is to be looked for; {@code value}: what the cell gave. */
  String odd(String cell, String value) {
    return switch (this) {
      case NAME -> "gb_name_is_odd(" + cell + ", " + value + ")";
      case PHONE -> "gb_phone_is_odd(" + cell + ", " + value + ")";
      case EMAIL -> "gb_email_is_odd(" + cell + ", " + value + ")";
      case ID_NUMBER -> "gb_id_is_odd(" + cell + ", " + value + ")";
      default -> cell + " is not null and " + value + " is null";
    };
  }

  /** Why there is no value; empty when the cell is, or when all is well. */
  String fault(String cell) {
    return saysOfValues()
        ? fault + "(" + cell + ")"
        : "case when %s is null or %s is not null then null else %s(%s) end"
            .formatted(cell, probe(cell), fault, cell);
  }

  /**
   * Whether a cell that cannot be read spoils the row: money, times, and what names an order. What
   * a company wants to know besides spoils none.
   */
  static boolean spoils(FieldKey field, Standardiser standardiser) {
    return !field.entity().equals(io.gongbi.standard.Standard.CUSTOMER)
        && !CompanyField.isOne(field.column())
        && switch (standardiser) {
          case DAY, MOMENT, NUMBER -> true;
          case WORDS,
              LABEL,
              PROVINCE,
              CITY,
              NAME,
              NAME_PART,
              COMPANY,
              PHONE,
              LANDLINE,
              EMAIL,
              CODE,
              CARD,
              POSTCODE,
              ID_NUMBER,
              KEPT_ID_NUMBER,
              GENDER,
              ORDER_STATUS,
              ARM,
              DELIVERY_STATUS,
              LINE_KIND,
              EVENT_NAME,
              FEEDBACK_KIND,
              FEEDBACK_STATUS,
              POINTS_KIND,
              CONSENT,
              CHOICE ->
              field.toString().equals("order.order_no");
        };
  }
}
