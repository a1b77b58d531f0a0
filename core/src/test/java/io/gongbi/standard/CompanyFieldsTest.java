package io.gongbi.standard;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.standard.Field.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.TestCompany;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Delta;
import io.gongbi.warehouse.Sensitivity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fields being added, filled, renamed and retired. */
final class CompanyFieldsTest extends FieldsOfACompany {
  /** Nothing is computed anew for a field that nothing is mapped to. */
  @Test
  void field_thatIsAddedLater_isEmptyAtOnce_andFilledWhenAColumnIsMappedToIt() throws IOException {
    given.members("id name phone\nm1 王芳 13900000001");
    given.refresh();
    add("pet", "宠物", field("customer", CompanyField.Type.TEXT));
    assertThat(given.rows("select c.name, c.x_pet from {profile.customer} c"))
        .containsExactly("王芳 -");
    assertThat(given.gongbi.warehouse().stale()).isEmpty();
    assertThat(given.refresh().ran()).isEmpty();
    add("kg", "体重", field("customer", CompanyField.Type.NUMBER));
    add("illness", "病史", field("customer", CompanyField.Type.TEXT));
    landMembers(MEMBERS);
    given.refresh();
    assertThat(given.rows("select c.name, c.x_pet from {profile.customer} c order by c.phone"))
        .containsExactly("王芳 猫", "李雷 DOG", "韩梅 鸟");
    var stepwise = customers();
    assertThat(given.refresh(true).ran())
        .allSatisfy(r -> assertThat(r.delta()).isEqualTo(new Delta.Everything()));
    assertThat(customers()).isEqualTo(stepwise);
  }

  /** Two files of members land apart; then all is done over. */
  @Test
  void smallDeltas_makeWhatEverythingMakes() throws IOException {
    addAll();
    landAll();
    given.refresh();
    landMembers("id,name,phone,animal,kg,illness\n3,韩梅,13900000003,cat,8,过敏\n");
    assertThat(given.refresh().ran())
        .anySatisfy(r -> assertThat(r.delta()).isInstanceOf(Delta.Customers.class));
    var stepwise = customers();
    assertThat(stepwise).contains("韩梅 cat 8 过敏");
    given.refresh(true);
    assertThat(customers()).isEqualTo(stepwise);
  }

  @Test
  void columns_areKept_whenTheFolderIsOpenedAgain() throws IOException {
    addAll();
    landAll();
    given.refresh();
    var before = customers();
    given.close();
    given = new TestCompany(folder, "2026-05-31T03:00:00Z");
    assertThat(given.gongbi.warehouse().stale()).isEmpty();
    assertThat(customers()).isEqualTo(before);
  }

  @Test
  void mandatoryField_refusesRowsWithoutIt_ofFilesThatHaveIt() throws IOException {
    given
        .gongbi
        .companyFields()
        .add(
            Optional.of("pet"),
            Label.typed("宠物"),
            new CompanyField(
                Standard.CUSTOMER,
                CompanyField.Type.TEXT,
                "",
                true,
                Sensitivity.OPEN,
                List.of(),
                "",
                "",
                false),
            LIN.user());
    given.counted();
    given.members("id name phone\nm1 王芳 13900000001");
    land(
        "app",
        "customer",
        "uid",
        "uid,pet\na1,狗\na2,\n",
        "uid customer.platform_id\npet customer.x_pet");
    given.refresh();
    assertThat(
            given.rows(
                "select c.name, c.platform_id, c.x_pet from {profile.customer} c order by 2"))
        .containsExactly("- a1 狗", "王芳 m1 -");
    assertThat(given.rows("select q.field, q.severity, q.reason from {quality.quarantine} q"))
        .containsExactly("customer.x_pet quarantine quality.value-missing");
  }

  @Test
  void nonsense_isRefusedAtOnce() {
    add("pet", "宠物", field("customer", CompanyField.Type.TEXT));
    var faults =
        catchThrowableOfType(
                FaultException.class,
                () ->
                    given
                        .gongbi
                        .companyFields()
                        .add(
                            Optional.of("Pet"),
                            Label.typed("宠物"),
                            field(
                                "customer",
                                CompanyField.Type.CHOICE,
                                code("cat", "猫", "Cat"),
                                code("CAT", "大猫", "cat")),
                            LIN.user()))
            .faults();
    assertThat(faults.stream().map(Fault::code))
        .containsExactly(
            "standard.bad-name",
            "standard.label-taken",
            "standard.bad-code",
            "standard.code-twice");
    assertThat(
            catchThrowableOfType(
                    FaultException.class,
                    () -> add("name2", "姓名", field("customer", CompanyField.Type.TEXT)))
                .faults()
                .getFirst()
                .code())
        .isEqualTo("standard.label-taken");
  }

  /**
   * A new label changes no key; what is mapped cannot be retired; what is retired is not offered.
   */
  @Test
  void field_isRenamed_retiredWhenNothingSpeaksOfIt_andBroughtBack() throws IOException {
    addAll();
    landAll();
    given.refresh();
    var fields = given.gongbi.companyFields();
    var pet = fields.get("x_pet");
    fields.change("x_pet", pet.version(), new Label("爱宠", "Pet"), pet.body(), LIN.user());
    given.counted();
    assertThat(given.gongbi.standard().field(FieldKey.of("customer.x_pet")).orElseThrow().label())
        .isEqualTo(new Label("爱宠", "Pet"));
    var other = field("customer", CompanyField.Type.TEXT);
    assertThat(
            catchThrowableOfType(
                    FaultException.class,
                    () -> fields.change("x_pet", 2, pet.label(), other, LIN.user()))
                .faults())
        .extracting(Fault::code)
        .containsExactly("standard.fixed");
    assertThat(
            catchThrowableOfType(FaultException.class, () -> fields.retire("x_pet", LIN.user()))
                .faults())
        .extracting(Fault::code, f -> f.words().get("users"))
        .containsExactly(org.assertj.core.groups.Tuple.tuple("standard.in-use", "app、crm"));
    var unused = add("nobody", "没人用", field("customer", CompanyField.Type.TEXT));
    fields.retire(unused, LIN.user());
    given.counted();
    assertThat(given.gongbi.standard().companyField(unused)).isEmpty();
    assertThat(given.gongbi.conditions().vocabulary().attribute(unused)).isEmpty();
    assertThat(given.gongbi.warehouse().stale()).isEmpty();
    fields.restore(unused, LIN.user());
    given.counted();
    assertThat(given.gongbi.conditions().vocabulary().attribute(unused)).isPresent();
  }
}
