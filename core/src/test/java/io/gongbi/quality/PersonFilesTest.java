package io.gongbi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.TestData;
import io.gongbi.source.Looks;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.SourceId;
import io.gongbi.standard.Standard;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of persons of other countries, as they come: their columns are mapped as suggested, and
 * their cells read.
 */
final class PersonFilesTest {
  @TempDir private Path folder;

  private static Mapping suggested(Path file) {
    var name = file.getFileName().toString();
    return new MappingSuggestion(new Standard())
        .suggest(file, name, Looks.look(file, name), new SourceId("shop"));
  }

  private static String shown(Mapping mapping) {
    return mapping.lines().stream()
        .map(l -> l.column() + "→" + l.field())
        .collect(Collectors.joining(", "));
  }

  @Test
  void febrl_isMappedAndReadWhole() {
    var file = TestData.file("identity/febrl1.csv.gz");
    var mapping = suggested(file);
    assertThat(shown(mapping))
        .isEqualTo(
            "rec_id→customer.platform_id, given_name→customer.given_name,"
                + " surname→customer.surname, street_number→customer.address,"
                + " address_1→customer.address, address_2→customer.address,"
                + " suburb→customer.city, postcode→customer.postcode, state→customer.province,"
                + " date_of_birth→customer.birthday, soc_sec_id→customer.id_number");
    try (var here = new CleanFolder(folder, mapping)) {
      here.land(mapping, "febrl1.csv.gz", file);
      here.clean();
      assertThat(here.rows("select f.fate, count(*) as n from {quality.fate} f group by f.fate"))
          .containsExactly("clean 1000");
      assertThat(
              here.rows(
                  """
                  select c.name, c.surname, c.given_name, c.address, c.city, c.postcode, c.province,
                         c.birthday, c.id_number
                  from {quality.customer} c
                  where c.platform_id in ('rec-122-org', 'rec-223-org', 'rec-10-dup-0')
                  order by c.platform_id
                  """))
          .containsExactly(
              "Kayla Harrington Harrington Kayla maltby circuit coaling coolaroo 3465 nsw"
                  + " 1915-06-12 9004242",
              "Lachlan Berry Berry Lachlan 69 giblin street killarney bittern 4814 qld"
                  + " 1999-02-19 7364009",
              "Waller Waller · 6 tullaroop street willaroo st james 4011 wa 1908-12-09 6988048");
      assertThat(
              here.rows(
                  """
                  select q.field, q.reason, count(*) as n
                  from {quality.quarantine} q
                  group by q.field, q.reason
                  order by q.field, q.reason
                  """))
          .as("three days that no calendar has")
          .containsExactly("customer.birthday quality.time-invalid 3");
    }
  }

  @Test
  void fake1000_isMappedAndReadWhole() {
    var file = TestData.file("identity/fake_1000.csv.gz");
    var mapping = suggested(file);
    assertThat(shown(mapping))
        .isEqualTo(
            "unique_id→customer.platform_id, first_name→customer.given_name,"
                + " surname→customer.surname, dob→customer.birthday, city→customer.city,"
                + " email→customer.email");
    try (var here = new CleanFolder(folder, mapping)) {
      here.land(mapping, "fake_1000.csv.gz", file);
      here.clean();
      assertThat(
              here.rows(
                  """
                  select c.platform_id, c.name, c.birthday, c.city, c.email
                  from {quality.customer} c
                  where c.platform_id in ('0', '1', '3', '4')
                  order by c.platform_id
                  """))
          .containsExactly(
              "0 Julia 2015-10-29 London hannah88@powers.com",
              "1 Julia Taylor 2015-07-31 London hannah88@powers.com",
              "3 Julia Taylor 2015-10-29 · ·",
              "4 oNah Watson 2008-03-23 Bolton matthew78@ballard-mcdonald.net");
      assertThat(
              here.rows(
                  """
                  select q.field, q.reason, count(*) as n
                  from {quality.quarantine} q
                  group by q.field, q.reason
                  order by q.field, q.reason
                  """))
          .containsExactly(
              "customer.email quality.email-invalid 23", "customer.email quality.email-typo 1");
    }
  }

  private static final Mapping PEOPLE =
      CleanFolder.mapping(
          "people",
          "customer",
          List.of("no"),
          """
          no → customer.platform_id
          name → customer.name
          phone → customer.phone
          id → customer.id_number
          born → customer.birthday
          street → customer.address
          door → customer.address""");

  /**
   * Ann's id number gives what her row does not say and is not kept; Bo's own birthday stands. The
   * landline and the company go where they belong.
   */
  @Test
  void whatAColumnImplies_goesWhereNothingStands() {
    try (var here = new CleanFolder(folder, PEOPLE)) {
      here.land(
          PEOPLE,
          "people.csv",
          """
          no,name,phone,id,born,street,door
          1,王安,010-62781234转801,11010519491231002X,,文三路,90号
          2,李波,13812340001/13912340002,11010519491231002X,1990-05-01,,
          3,杭州某某有限公司,,,,10 Downing Street,
          """);
      here.clean();
      assertThat(
              here.rows(
                  """
                  select c.platform_id, c.name, c.company, c.phone, c.landline, c.id_number,
                         c.birthday, c.gender, c.origin, c.address
                  from {quality.customer} c
                  order by c.platform_id
                  """))
          .containsExactly(
              "1 王安 · · 010-62781234-801 · 1949-12-31 female 北京 文三路90号",
              "2 李波 · 13812340001 · · 1990-05-01 female 北京 ·",
              "3 · 杭州某某有限公司 · · · · · · 10 Downing Street");
      assertThat(here.rows(CleanFeeds.REFUSED))
          .containsExactly(
              "2 customer.phone 010-62781234转801 warn quality.phone-landline",
              "3 customer.phone 13812340001/13912340002 warn quality.phone-several",
              "4 customer.name 杭州某某有限公司 warn quality.name-company");
      assertThat(here.refusedOfAll()).hasSize(3);
    }
  }
}
