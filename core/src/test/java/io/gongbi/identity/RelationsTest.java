package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.identity.Relation.Kind;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 100001 张伟 and 100002 李丽 have one phone; 100003 张宁 has the mailbox and the phone of 100001, whose
 * surname he bears. 100004 to 100009 are six of six names with one office landline. 100010 has the
 * phone of 100001 and no name, 100011 and 100012 are namesakes with one mailbox and two birthdays,
 * 100013 is alone.
 */
final class RelationsTest extends ResolvedGround {
  @BeforeEach
  void people() {
    given.customers(
        1,
        """
        source record_key name phone       email landline birthday
        crm    01         张伟 13900000001 z@x.cn -       1980-01-02
        crm    02         李丽 13900000001 -     -        1982-03-04
        crm    03         张宁 13900000001 z@x.cn -       2005-05-06
        crm    04         赵一 -           -     02112345 -
        crm    05         钱二 -           -     02112345 -
        crm    06         孙三 -           -     02112345 -
        crm    07         周四 -           -     02112345 -
        crm    08         吴五 -           -     02112345 -
        crm    09         郑六 -           -     02112345 -
        crm    10         -    13900000001 -     -        -
        crm    11         王芳 -           w@x.cn -       1970-01-02
        crm    12         王芳 -           w@x.cn -       1999-11-12
        crm    13         陈七 15012345678 -     -        -
        """);
    resolve(ALL);
  }

  private Relations relations() {
    return new Relations(given.warehouse(), given.gate(), identities());
  }

  private List<String> of(String key) {
    return relations().of(id(customerOf(key)), Viewer.system()).stream()
        .map(
            r ->
                keyOf(r.other().value())
                    + " "
                    + r.kind()
                    + " "
                    + r.shares()
                    + " "
                    + r.holders()
                    + (r.sameSurname() ? " surname" : "")
                    + (r.sure() ? " sure" : ""))
        .toList();
  }

  private long customerOf(String key) {
    return members().stream()
        .filter(m -> m.endsWith("/" + key))
        .map(m -> Long.parseLong(m.split(" ", 2)[0]))
        .findFirst()
        .orElseThrow();
  }

  private String keyOf(long customer) {
    return members().stream()
        .filter(m -> m.startsWith(customer + " "))
        .map(m -> m.substring(m.indexOf('/') + 1))
        .findFirst()
        .orElseThrow();
  }

  /** The phone has four holders; the one without a name may be any of them and is no relation. */
  @Test
  void household_sharesAPhone_andIsSureByASecondThingOrASurname() {
    assertThat(members()).hasSize(13);
    assertThat(of("01"))
        .containsExactly("03 HOUSEHOLD [PHONE, EMAIL] 2 surname sure", "02 HOUSEHOLD [PHONE] 4");
    assertThat(of("02")).containsExactly("01 HOUSEHOLD [PHONE] 4", "03 HOUSEHOLD [PHONE] 4");
    assertThat(of("10")).as("without a name").isEmpty();
    assertThat(of("13")).isEmpty();
  }

  /** Six do not live together. */
  @Test
  void company_isALandlineOfMany() {
    assertThat(of("04"))
        .containsExactly(
            "05 COMPANY [LANDLINE] 6",
            "06 COMPANY [LANDLINE] 6",
            "07 COMPANY [LANDLINE] 6",
            "08 COMPANY [LANDLINE] 6",
            "09 COMPANY [LANDLINE] 6");
  }

  @Test
  void namesakes_mayBeOnePerson_andAreNoRelation() {
    assertThat(of("11")).isEmpty();
  }

  /** Three people in three pairs, and six in fifteen. */
  @Test
  void counts_areOfPairsAndPeople() {
    assertThat(relations().counts(Viewer.system()))
        .isEqualTo(
            Map.of(
                Kind.HOUSEHOLD, new Relations.Count(3, 3),
                Kind.COMPANY, new Relations.Count(6, 15),
                Kind.DEVICE, new Relations.Count(0, 0)));
  }

  @Test
  void counts_areForWhoSeesAll() {
    var some =
        new Viewer(
            new UserId("hu"),
            Role.analyst()
                .over(new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"))));
    assertThatThrownBy(() -> relations().counts(some))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("identity.sees-some-only");
  }
}
