package io.gongbi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each standardiser makes of what people write. A line is {@code what was written | clean
 * value or · | reason without quality., or ·}.
 */
final class StandardiserTest {
  @TempDir static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void open() {
    warehouse =
        DuckDbWarehouse.open(folder, List.of(), List.of(), DuckDbWarehouse.Settings.DEFAULT);
  }

  @AfterAll
  static void close() {
    warehouse.close();
  }

  private static void holds(String value, String fault, String examples) {
    assertThat(examples.lines().map(l -> answer(l, value, fault)).toList())
        .containsExactlyElementsOf(examples.lines().toList());
  }

  private static String answer(String example, String value, String fault) {
    var written = example.split("\\|")[0].strip();
    var sql =
        Sql.of(
                """
                select cast(%s as varchar) as clean,
                       %s as reason
                from (select cast(#text as varchar) as t, #zone as z)
                """
                    .formatted(value, fault))
            .with("text", Value.of(written))
            .with("zone", Value.of("Asia/Shanghai"));
    var row = warehouse.query(sql, View.everything()).only();
    return "%s | %s | %s"
        .formatted(
            written,
            row.textIfAny("clean").orElse("·"),
            row.textIfAny("reason").map(r -> r.replace("quality.", "")).orElse("·"));
  }

  /**
   * 94 wide signs, a wide minus, two blanks and ten marks that nobody sees. Of every character:
   * that it is asked for before a text is taken as it is.
   */
  @Test
  void wide_isWhateverIsNarrowed() {
    var row =
        warehouse
            .query(
                Sql.of(
                    """
                    select count(*) filter (where gb_narrow(e.c) <> e.c) as narrowed,
                           count(*) filter (where gb_is_wide(e.c) <> (gb_narrow(e.c) <> e.c)) as wrong,
                           count(*) filter (
                             where gb_tidied('上' || e.c || '海') is distinct from gb_trimmed(gb_narrow('上' || e.c || '海'))
                           ) as otherwise
                    from (
                      select chr(cast(r.i as integer)) as c
                      from range(1, 65536) r(i)
                      where r.i not between 55296 and 57343
                    ) e
                    """),
                View.everything())
            .only();
    assertThat(List.of(row.whole("narrowed"), row.whole("wrong"), row.whole("otherwise")))
        .containsExactly(107L, 0L, 0L);
  }

  @Test
  void phone() {
    holds(
        "gb_phone(t)",
        "gb_phone_fault(t)",
        """
        13912340001 | 13912340001 | ·
        138 1234 0001 | 13812340001 | ·
        +86 138-1234-0001 | 13812340001 | ·
        +86-138-1234-0001 | 13812340001 | ·
        008613812340001 | 13812340001 | ·
        8613812340001 | 13812340001 | ·
        013812340001 | 13812340001 | ·
        １３８１２３４０００１ | 13812340001 | ·
        13812340001.0 | 13812340001 | ·
        1.38E+10 | · | code-rounded
        138****1234 | · | phone-masked
        138xxxx1234 | · | phone-masked
        17012345678-3421 | · | privacy-number
        13812345678转3421 | · | privacy-number
        １３８１２３４５６７８，3421 | · | privacy-number
        13812345678 ext 12 | · | privacy-number
        17012345679 | 17012345679 | ·
        13800138000 | · | placeholder
        11111111111 | · | placeholder
        13888888888 | · | placeholder
        无 | · | placeholder
        021-62345678 | · | phone-landline
        +86 21 62345678 | · | phone-landline
        010-62781234转801 | · | phone-landline
        400-820-8888 | · | phone-hotline
        62345678 | · | landline-no-area
        12812340001 | · | phone-invalid
        1381234000 | · | phone-invalid
        1381234O001 | · | phone-invalid
        13812340001/13912340002 | 13812340001 | phone-several
        13812340001 13912340002 | 13812340001 | phone-several
        13812340001、13912340002、13712340003 | 13812340001 | phone-several
        010-62781234/13812340001 | 13812340001 | ·
        13812340001或13912340002 | 13812340001 | phone-several
        +44 20 7946 0958 | +442079460958 | ·
        00447911123456 | +447911123456 | ·
        +1 (415) 555-2671 | +14155552671 | ·
        +1 415 155 2671 | · | phone-invalid
        +65 9123 4567 | +6591234567 | ·
        +852 6123 4567 | +85261234567 | ·
        +81-90-1234-5678 | +819012345678 | ·
        +999 12345678 | · | phone-invalid
        +44 20 79 | · | phone-invalid
        (415) 555-2671 | · | phone-invalid
        """);
  }

  /** Area code, number and extension, as they are written in China. */
  @Test
  void landline() {
    holds(
        "gb_landline(t)",
        "gb_landline_fault(t)",
        """
        010-62781234 | 010-62781234 | ·
        (010) 6278 1234 | 010-62781234 | ·
        01062781234 | 010-62781234 | ·
        +86 10 62781234 | 010-62781234 | ·
        0086-571-88123456 | 0571-88123456 | ·
        0571 88123456 | 0571-88123456 | ·
        0571-88123456-801 | 0571-88123456-801 | ·
        0571-88123456转801 | 0571-88123456-801 | ·
        0571-88123456 ext. 801 | 0571-88123456-801 | ·
        ０２１－６２３４５６７８ | 021-62345678 | ·
        0931-4612345 | 0931-4612345 | ·
        010-62781234/010-62785678 | 010-62781234 | ·
        +44 20 7946 0958 | +442079460958 | ·
        021-6234567 | · | landline-invalid
        62345678 | · | landline-no-area
        13812340001 | · | landline-mobile
        400-820-8888 | · | phone-hotline
        010-****1234 | · | phone-masked
        无 | · | placeholder
        abc | · | landline-invalid
        """);
    holds(
        "gb_landline_beside(t)",
        "cast(null as varchar)",
        """
        13812340001 | · | ·
        010-62781234 | 010-62781234 | ·
        13812340001/010-62781234 | 010-62781234 | ·
        +44 20 7946 0958 | · | ·
        """);
  }

  /** A Chinese number is read, and kept where a mapping says so alone. */
  @Test
  void idNumber() {
    holds(
        "gb_id_number(t)",
        "gb_id_fault(t)",
        """
        11010519491231002X | 11010519491231002X | ·
        11010519491231002x | 11010519491231002X | ·
        110105 19491231 002X | 11010519491231002X | ·
        110105491231002 | 11010519491231002X | ·
        440524188001010014 | · | id-invalid
        110105194912310021 | · | id-invalid
        110105194913310025 | · | id-invalid
        990105194912310027 | · | id-invalid
        1101051949123100 | · | id-invalid
        110105********002X | · | id-masked
        1.10105E+17 | · | code-rounded
        无 | · | placeholder
        6988048 | 6988048 | ·
        E12345678 | E12345678 | ·
        """);
    holds(
        "gb_id_opaque(t)",
        "gb_id_fault(t)",
        """
        11010519491231002X | · | ·
        6988048 | 6988048 | ·
        """);
    holds(
        "concat_ws(' ', gb_id_birthday(t), gb_id_gender(t), gb_id_origin(t))",
        "cast(null as varchar)",
        """
        11010519491231002X | 1949-12-31 female 北京 | ·
        110105194912310021 |  | ·
        6988048 |  | ·
        """);
  }

  @Test
  void postcode() {
    holds(
        "gb_postcode(t)",
        "gb_postcode_fault(t)",
        """
        310000 | 310000 | ·
        310000.0 | 310000 | ·
        sw1a 1aa | SW1A 1AA | ·
        000000 | · | placeholder
        无 | · | placeholder
        """);
  }

  @Test
  void email() {
    holds(
        "gb_email(t)",
        "gb_email_fault(t)",
        """
        Ann.Lee@QQ.com | ann.lee@qq.com | ·
        x＠163.con | x@163.con | email-typo
        x@gmial.com | x@gmial.com | email-typo
        a+b@mail.example.co.uk | a+b@mail.example.co.uk | ·
        aqq.com | · | email-invalid
        a@b | · | email-invalid
        a..b@c.com | · | email-invalid
        .a@c.com | · | email-invalid
        a@-c.com | · | email-invalid
        a***@qq.com | · | email-masked
        test@test.com | · | placeholder
        没有 | · | placeholder
        """);
  }

  /** Suggested, and taken by a person alone. */
  @Test
  void emailMistyped_isSuggested() {
    holds(
        "gb_email_suggested(t)",
        "cast(gb_email_is_odd(t, lower(t)) as varchar)",
        """
        a@qq.com | · | false
        a@163.com | · | false
        a@126.com | · | false
        a@powers.com | · | false
        a@mail.com | · | false
        a@ymail.com | · | false
        a@yahoo.co.uk | · | false
        a@gmial.com | a@gmail.com | true
        A@Gamil.com | a@gmail.com | true
        a@gmail.co | a@gmail.com | true
        a@gmai.com | a@gmail.com | true
        a@gmail.con | a@gmail.com | true
        a@hotmial.com | a@hotmail.com | true
        a@outlok.com | a@outlook.com | true
        a@foxmial.com | a@foxmail.com | true
        a@iclould.com | a@icloud.com | true
        a@yaho.com | a@yahoo.com | true
        a@qq.con | a@qq.com | true
        a@qq.cm | a@qq.com | true
        a@163.con | a@163.com | true
        a@firma.con | a@firma.com | true
        """);
  }

  @Test
  void name() {
    holds(
        "gb_name(t)",
        "gb_name_fault(t)",
        """
        王小明 | 王小明 | ·
        王 小明 | 王小明 | ·
        王　小明 | 王小明 | ·
        王小明先生 | 王小明 | ·
        欧阳娜娜女士 | 欧阳娜娜 | ·
        王先生 | 王先生 | name-surname-only
        张** | · | name-masked
        *小明 | · | name-masked
        王＊明 | · | name-masked
        欧阳女士 | 欧阳女士 | name-surname-only
        王总 | 王总 | name-surname-only
        司空老师 | 司空老师 | name-surname-only
        陈工 | 陈工 | name-surname-only
        李小明老师 | 李小明 | ·
        李小明总经理 | 李小明 | ·
        欧阳娜娜 | 欧阳娜娜 | ·
        李长工 | 李长工 | ·
        买买提·艾力 | 买买提·艾力 | ·
        杭州某某科技有限公司 | · | name-company
        红星美容工作室 | · | name-company
        Acme Ltd. | · | name-company
        Acme Trading Co., Ltd | · | name-company
        Mr Smith | Mr Smith | name-surname-only
        Mr. John Smith | John Smith | ·
        Smith, John | John Smith | ·
        John Smith, Jr. | John Smith, Jr. | ·
        ZHANG WEI | Zhang Wei | ·
        zhang wei | Zhang Wei | ·
        o'brien mary-jane | O'Brien Mary-Jane | ·
        Ronald McDonald | Ronald McDonald | ·
        José García | José García | ·
        Ann Lee | Ann Lee | ·
        Ann  Lee | Ann Lee | ·
        Ａｎｎ | Ann | ·
        测试 | · | placeholder
        test | · | placeholder
        null | · | placeholder
        - | · | placeholder
        123 | · | name-invalid
        """);
  }

  @Test
  void nameInParts() {
    holds(
        "gb_name_part(t)",
        "gb_name_part_fault(t)",
        """
        王 | 王 | ·
        小明 | 小明 | ·
        小 明 | 小明 | ·
        smith | Smith | ·
        SMITH | Smith | ·
        van der berg | Van Der Berg | ·
        McDonald | McDonald | ·
        JJ | JJ | ·
        王* | · | name-masked
        - | · | placeholder
        12 | · | name-invalid
        """);
    holds(
        "gb_full_name(nullif(split_part(t, '+', 1), ''), nullif(split_part(t, '+', 2), ''))",
        "cast(null as varchar)",
        """
        王+小明 | 王小明 | ·
        Smith+Ann | Ann Smith | ·
        Smith+ | Smith | ·
        +Ann | Ann | ·
        """);
  }

  @Test
  void company() {
    holds(
        "gb_company(t)",
        "gb_words_fault(t)",
        """
        杭州某某科技有限公司 | 杭州某某科技有限公司 | ·
        杭州某某科技有限责任公司 | 杭州某某科技有限公司 | ·
        上海某某（集团）股份公司 | 上海某某(集团)股份有限公司 | ·
        上海 某某 有限公司 | 上海某某有限公司 | ·
        Acme, Inc. | Acme Inc | ·
        ACME INCORPORATED | ACME Inc | ·
        Acme Co., Ltd. | Acme Co Ltd | ·
        Acme Limited | Acme Ltd | ·
        Müller G.m.b.H. | Müller GmbH | ·
        Acme L.L.C. | Acme LLC | ·
        无 | · | placeholder
        """);
  }

  @Test
  void label_isNarrowWhereWideLettersStand() {
    holds(
        "gb_label(t)",
        "gb_words_fault(t)",
        """
        ＶＩＰ１ | VIP1 | ·
        　金卡会员　 | 金卡会员 | ·
        未知 | · | placeholder
        """
            .replace("　金卡会员　 ", "金卡会员 "));
  }

  @Test
  void province_hasOneForm() {
    holds(
        "gb_province(t)",
        "gb_words_fault(t)",
        """
        广东 | 广东 | ·
        广东省 | 广东 | ·
        广东 省 | 广东 | ·
        guangdong | 广东 | ·
        Guangdong Province | 广东 | ·
        广西壮族自治区 | 广西 | ·
        新疆维吾尔自治区 | 新疆 | ·
        内蒙古自治区 | 内蒙古 | ·
        上海市 | 上海 | ·
        香港特别行政区 | 香港 | ·
        Inner Mongolia | 内蒙古 | ·
        廣東省 | 广东 | ·
        臺灣 | 台湾 | ·
        Bavaria | Bavaria | ·
        未知 | · | placeholder
        """);
  }

  @Test
  void city_hasOneForm() {
    holds(
        "gb_city(t)",
        "gb_words_fault(t)",
        """
        上海 | 上海 | ·
        上海市 | 上海 | ·
        南京市 | 南京 | ·
        江苏省南京市 | 南京 | ·
        广东深圳 | 深圳 | ·
        吉林市 | 吉林 | ·
        延边朝鲜族自治州 | 延边 | ·
        恩施土家族苗族自治州 | 恩施 | ·
        湘西州 | 湘西 | ·
        兴安盟 | 兴安 | ·
        大兴安岭地区 | 大兴安岭 | ·
        昆山市 | 昆山 | ·
        襄樊市 | 襄阳 | ·
        思茅 | 普洱 | ·
        思茅地区 | 普洱 | ·
        廣州市 | 广州 | ·
        瀋陽 | 沈阳 | ·
        London | London | ·
        无 | · | placeholder
        """);
  }

  @Test
  void cities_lieInTheirProvinces() {
    holds(
        "gb_province_of_city(t)",
        "cast(null as varchar)",
        """
        深圳 | 广东 | ·
        重庆 | 重庆 | ·
        朝阳 | 辽宁 | ·
        吉林 | 吉林 | ·
        铜仁 | 贵州 | ·
        昆山 | · | ·
        """);
  }

  @Test
  void address_tellsItsParts() {
    holds(
        "concat_ws(' ', gb_address_parts(t).province, gb_address_parts(t).city, gb_district(gb_address_parts(t).city, gb_address_parts(t).rest))",
        "cast(null as varchar)",
        """
        浙江省杭州市西湖区文三路 90 号 | 浙江 杭州 西湖区 | ·
        上海市浦东新区世纪大道100号 | 上海 上海 浦东新区 | ·
        上海上海市徐汇区漕溪北路8号 | 上海 上海 徐汇区 | ·
        中国广东深圳南山区科技园 | 广东 深圳 南山区 | ·
        江苏省 苏州市 昆山市 前进路1号 | 江苏 苏州 昆山市 | ·
        深圳市福田区深南大道 | 广东 深圳 福田区 | ·
        吉林省吉林市船营区 | 吉林 吉林 船营区 | ·
        吉林省延边朝鲜族自治州延吉市 | 吉林 延边 延吉市 | ·
        新疆维吾尔自治区乌鲁木齐市天山区 | 新疆 乌鲁木齐 天山区 | ·
        北京市市辖区朝阳区建国路 | 北京 北京 朝阳区 | ·
        文三路 90 号 |  | ·
        中山路 1 号 |  | ·
        朝阳区建国路 1 号 |  | ·
        江苏中山路 1 号 | 江苏 | ·
        东莞长安镇 |  | ·
        广东东莞长安镇 | 广东 东莞 | ·
        北京市宣武区广安门内大街1号 | 北京 北京 西城区 | ·
        上海市闸北区天目西路1号 | 上海 上海 静安区 | ·
        湖北省襄樊市樊城区人民路 | 湖北 襄阳 樊城区 | ·
        云南省思茅市翠云区 | 云南 普洱 翠云区 | ·
        安徽省巢湖市居巢区 | 安徽 合肥 巢湖市 | ·
        四川省成都市郫县犀浦镇 | 四川 成都 郫都区 | ·
        廣東省廣州市東山區 | 广东 广州 越秀区 | ·
        10 Downing Street |  | ·
        """);
  }

  @Test
  void code() {
    holds(
        "gb_code(t)",
        "gb_code_fault(t)",
        """
        17850.0 | 17850 | ·
        17850 | 17850 | ·
        00123 | 00123 | ·
        12.5 | 12.5 | ·
        A.0 | A.0 | ·
        1.38E+10 | · | code-rounded
        2.0251111000042E+17 | · | code-rounded
        无 | · | placeholder
        """);
  }

  /** Full-width, padded, blank, and what the code itself is made of. */
  @Test
  void probeOfACode_isEmptyExactlyWhereTheCodeIs() {
    for (var written :
        List.of(
            "17850.0",
            "17850",
            "A.0",
            ".0",
            "-",
            "N/A",
            "1.38E+10",
            "1.3E+x",
            "ＡＢ１２",
            " x ",
            " ",
            "　",
            "无",
            "null",
            "-5.0",
            "x".repeat(50) + ".0")) {
      var row =
          warehouse
              .query(
                  Sql.of(
                          "select gb_code(#text) is null as code, gb_code_probe(#text) is null as probe")
                      .with("text", Value.of(written)),
                  View.everything())
              .only();
      assertThat(row.value("probe")).as(written).isEqualTo(row.value("code"));
    }
  }

  @Test
  void moment_inShanghai() {
    holds(
        "gb_moment(t, #zone)",
        "gb_time_fault(t)",
        """
        2026-03-01 08:30:00 | 2026-03-01 00:30:00 | ·
        2026-03-01T08:30:00 | 2026-03-01 00:30:00 | ·
        2026-03-01 08:30:00.250 | 2026-03-01 00:30:00 | ·
        2026-03-01T08:30:00Z | 2026-03-01 08:30:00 | ·
        2026-03-01 08:30:00+0800 | 2026-03-01 00:30:00 | ·
        2026-03-01 08:30:00+08 | 2026-03-01 00:30:00 | ·
        2026-03-01 08:30:00-05 | 2026-03-01 13:30:00 | ·
        2026/3/1 8:30 | 2026-03-01 00:30:00 | ·
        2026/3/1 | 2026-02-28 16:00:00 | ·
        2026.3.1 | 2026-02-28 16:00:00 | ·
        2026年3月1日 | 2026-02-28 16:00:00 | ·
        2026年3月1日8时30分 | 2026-03-01 00:30:00 | ·
        2026年3月1日 8点30分5秒 | 2026-03-01 00:30:05 | ·
        2026/3/1 下午 3:05 | 2026-03-01 07:05:00 | ·
        2026/3/1 3:05 PM | 2026-03-01 07:05:00 | ·
        20260301 | 2026-02-28 16:00:00 | ·
        20260301083000 | 2026-03-01 00:30:00 | ·
        46082 | 2026-02-28 16:00:00 | ·
        46082.354166667 | 2026-03-01 00:30:00 | ·
        1772325000 | 2026-03-01 00:30:00 | ·
        1772325000000 | 2026-03-01 00:30:00 | ·
        25/12/2025 | 2025-12-24 16:00:00 | ·
        12/25/2025 8:05 | 2025-12-25 00:05:00 | ·
        1-Mar-2026 | 2026-02-28 16:00:00 | ·
        Mar 1, 2026 | 2026-02-28 16:00:00 | ·
        03/04/2026 | · | time-ambiguous
        0000-00-00 00:00:00 | · | time-zero
        1900-01-01 | · | time-zero
        2026-02-30 | · | time-invalid
        2026-13-01 00:00:00 | · | time-invalid
        292278994-01-01 00:00:00 | · | time-invalid
        9999-12-31 | · | time-invalid
        12:30 | · | time-invalid
        abc | · | time-invalid
        #N/A | · | excel-error
        - | · | placeholder
        """);
  }

  @Test
  void day_andTheMappingsWordOnWhichPartComesFirst() {
    holds(
        "gb_day(t)",
        "gb_time_fault(t)",
        """
        1990-05-01 | 1990-05-01 | ·
        1990/5/1 | 1990-05-01 | ·
        19900501 | 1990-05-01 | ·
        32994 | 1990-05-01 | ·
        1900-01-01 | · | time-zero
        0000-00-00 | · | time-zero
        二〇二四年三月一日 | 2024-03-01 | ·
        一九九〇年十二月二十五日 | 1990-12-25 | ·
        一九八五年十月十日 | 1985-10-10 | ·
        1 March 2026 | 2026-03-01 | ·
        March 1, 2026 | 2026-03-01 | ·
        90-05-01 | 1990-05-01 | ·
        90年5月1日 | 1990-05-01 | ·
        25/12/90 | 1990-12-25 | ·
        12/25/90 | 1990-12-25 | ·
        1-May-90 | 1990-05-01 | ·
        05/12/90 | · | time-short-year
        26-03-01 | · | time-short-year
        1-May-26 | · | time-short-year
        1990-05 | · | time-partial
        1990年5月 | · | time-partial
        1990年 | · | time-partial
        1990 | · | time-partial
        199005 | · | time-partial
        05-12 | · | time-partial
        5月12日 | · | time-partial
        May 1990 | · | time-partial
        1990-02-30 | · | time-invalid
        """);
    holds("gb_day(gb_day_first(t))", "null", "03/04/2026 | 2026-04-03 | ·");
    holds("gb_day(gb_month_first(t))", "null", "03/04/2026 | 2026-03-04 | ·");
  }

  @Test
  void number() {
    holds(
        "gb_number(t)",
        "gb_number_fault(t)",
        """
        12.5 | 12.5000 | ·
        ¥1,299.00 | 1299.0000 | ·
        ￥12 | 12.0000 | ·
        1299元 | 1299.0000 | ·
        RMB 12 | 12.0000 | ·
        （12.50） | -12.5000 | ·
        (1,000) | -1000.0000 | ·
        -¥5 | -5.0000 | ·
        −7 | -7.0000 | ·
        １２３ | 123.0000 | ·
        .5 | 0.5000 | ·
        abc | · | number-invalid
        1,2 | · | number-invalid
        1.299,00 | · | number-invalid
        1.2万 | 12000.0000 | ·
        ¥3.5万元 | 35000.0000 | ·
        2亿 | 200000000.0000 | ·
        300万 | 3000000.0000 | ·
        2百万 | 2000000.0000 | ·
        1.2k | 1200.0000 | ·
        1.5w | 15000.0000 | ·
        3件 | 3.0000 | ·
        2 pcs | 2.0000 | ·
        500g | 0.5000 | ·
        1.5kg | 1.5000 | ·
        2斤 | 1.0000 | ·
        HK$ 12.50 | 12.5000 | ·
        € 12.50 | 12.5000 | ·
        12 或 13 | · | number-invalid
        八折 | · | number-invalid
        0x10 | · | number-invalid
        99999999999999999999 | · | number-too-large
        #DIV/0! | · | excel-error
        - | · | placeholder
        """);
  }

  @Test
  void codes() {
    holds(
        "gb_gender(t)",
        "gb_gender_fault(t)",
        """
        男 | male | ·
        F | female | ·
        女性 | female | ·
        1 | male | ·
        01 | male | ·
        ２ | female | ·
        先生 | male | ·
        Mrs. | female | ·
        0 | · | ·
        9 | · | ·
        未知 | · | ·
        双 | · | code-unknown
        无 | · | placeholder
        """);
    holds(
        "gb_order_status(t)",
        "null",
        """
        已完成 | completed | ·
        交易成功 | completed | ·
        已付款 | paid | ·
        卖家已发货 | paid | ·
        TRADE_CLOSED | cancelled | ·
        退款成功 | refunded | ·
        WAIT_BUYER_PAY | unpaid | ·
        不知道 | · | ·
        """);
    holds("gb_arm(t)", "null", "对照 | control | ·\n发送 | treated | ·\nHoldout | control | ·");
    holds(
        "gb_delivery_status(t)",
        "null",
        "送达 | delivered | ·\n已发送 | sent | ·\n失败 | failed | ·\n对照 | control | ·");
    holds("gb_line_kind(t)", "null", "运费 | postage | ·\nFee | fee | ·");
  }

  /** Tabs that shops put behind numbers for Excel's sake, wide spaces, marks that nobody sees. */
  @Test
  void whiteSpace_isWhatNobodySees() {
    var texts =
        List.of(
            "\t1380",
            "1380\t",
            " 1380 ",
            "\u30001380\u3000",
            "\u202d1380\u202c",
            "\ufeff1380",
            "1380\u00a0");
    for (var text : texts) {
      var sql =
          Sql.of("select gb_tidy(#text) as tidy, gb_code(#text) as code")
              .with("text", Value.of(text));
      var row = warehouse.query(sql, View.everything()).only();
      assertThat(row.text("tidy")).isEqualTo("1380");
      assertThat(row.text("code")).isEqualTo("1380");
    }
  }
}
