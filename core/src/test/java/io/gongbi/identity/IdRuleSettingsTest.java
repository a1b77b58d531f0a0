package io.gongbi.identity;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.TestCompany;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Codec;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.identity.IdRules.Use;
import io.gongbi.source.Looks;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.SourceId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the company believes identifiers. */
final class IdRuleSettingsTest {
  @TempDir Path folder;
  private TestCompany company;
  private IdRuleSettings settings;

  /** Ann and Bo left one phone: a household, or a clerk's own. */
  @BeforeEach
  void open() {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    settings = company.gongbi.idRules();
    company
        .members(
            """
            id name phone       city
            a  Ann  13900000001 上海
            b  Bo   13900000001 上海
            c  Cy   13900000003 北京
            """)
        .refresh();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private long customers() {
    return company.gongbi.identities().summary(LIN).customers();
  }

  private static IdRuleSettings.Ask phone(int records, int names) {
    return new IdRuleSettings.Ask("phone", Use.SHARED, records, names, Optional.empty());
  }

  /** With 1 name a phone the shared one ends as evidence; with 2 again, it brings them together. */
  @Test
  void everybodyIsRecognisedAnew_byARunThatBeginsAtOnce() {
    assertThat(customers()).isEqualTo(2);
    settings.change(List.of(phone(50, 1)), LIN);
    company.counted();
    assertThat(customers()).isEqualTo(3);
    assertThat(company.gongbi.identities().summary(LIN).generic())
        .extracting(
            g -> g.idType().column() + " " + g.value() + " " + g.records() + " " + g.names())
        .containsExactly("phone 13900000001 2 2");
    settings.change(List.of(phone(50, 2)), LIN);
    company.counted();
    assertThat(customers()).isEqualTo(2);
  }

  /** What is asked comes back whole; openids take the place of cards, and cards theirs. */
  @Test
  void rules_areKept_inTheOrderOfTrust() {
    settings.change(
        List.of(
            new IdRuleSettings.Ask("openid", Use.EXCLUSIVE, 40, 4, Optional.of(3)),
            new IdRuleSettings.Ask("member_card", Use.SHARED, 60, 6, Optional.empty()),
            new IdRuleSettings.Ask("device", Use.OFF, 50, 5, Optional.empty())),
        LIN);
    assertThat(settings.rules())
        .isEqualTo(
            IdRules.DEFAULT
                .with(IdType.OPENID, new IdRules.Rule(Use.EXCLUSIVE, 40, 4, Optional.of(3)))
                .with(IdType.MEMBER_CARD, new IdRules.Rule(Use.SHARED, 60, 6, Optional.empty()))
                .with(IdType.DEVICE, IdRules.DEFAULT.of(IdType.DEVICE).as(Use.OFF))
                .trusting(
                    List.of(
                        IdType.OPENID,
                        IdType.UNIONID,
                        IdType.MEMBER_CARD,
                        IdType.PLATFORM_ID,
                        IdType.PHONE,
                        IdType.EMAIL,
                        IdType.DEVICE)));
  }

  /** As a version saved it that knew of limits alone, and of no devices. */
  @Test
  void whatAFormerVersionSaved_stillHolds() {
    var codec = Codec.of(IdRuleSettings.KIND);
    var saved =
        codec.read(
            """
            {"limits": {"phone": {"records": 30, "names": 3}, "unionid": {"records": 9, "names": 2}}}
            """,
            IdRuleSettings.Chosen.class);
    assertThat(saved.rules())
        .isEqualTo(
            IdRules.DEFAULT
                .with(IdType.PHONE, new IdRules.Rule(Use.SHARED, 30, 3, Optional.empty()))
                .with(IdType.UNIONID, new IdRules.Rule(Use.EXCLUSIVE, 9, 2, Optional.empty())));
  }

  @Test
  void rules_areRefused_whereTheySayNothing() {
    var none = Optional.<Integer>empty();
    assertThat(
            faults(
                LIN,
                new IdRuleSettings.Ask("phone", Use.SHARED, 1, 0, none),
                new IdRuleSettings.Ask("email", Use.SHARED, 2, 100_001, Optional.of(0)),
                new IdRuleSettings.Ask("email", Use.SHARED, 2, 1, none),
                new IdRuleSettings.Ask("fax", Use.SHARED, 2, 1, none)))
        .extracting(f -> f.code() + " " + f.place())
        .containsExactly(
            "identity.limit-records [0].records",
            "identity.limit-names [0].names",
            "identity.limit-names [1].names",
            "identity.limit-values [1].values",
            "identity.type-twice [2].idType",
            "identity.unknown-type [3].idType");
    assertThat(
            faults(
                LIN,
                Arrays.stream(IdType.values())
                    .map(t -> new IdRuleSettings.Ask(t.column(), Use.OFF, 50, 5, none))
                    .toArray(IdRuleSettings.Ask[]::new)))
        .extracting(Fault::code)
        .containsExactly("identity.nothing-used");
    assertThat(settings.rules()).isEqualTo(IdRules.DEFAULT);
  }

  /** Neither who may not set things, nor who sees some customers only. */
  @Test
  void rules_areRefused_fromOneWhoMayNot() {
    assertThat(faults(new Viewer(new UserId("hu"), Role.marketer()), phone(50, 1)))
        .containsExactly(new Fault.Forbidden("access.right-missing", "", Map.of("right", "ADMIN")));
    var south =
        new Role(
            "south",
            Set.of(Right.values()),
            new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")),
            true,
            Set.of());
    assertThat(faults(new Viewer(new UserId("hu"), south), phone(50, 1)))
        .extracting(Fault::code)
        .containsExactly("identity.sees-some-only");
  }

  /** From a file to customers: one name on one tablet is one customer, another is not. */
  @Test
  void devices_areReadFromFiles_andAreAHint() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("app.csv"),
            """
            用户ID,姓名,设备ID
            u1,王芳, d-01
            u2,王芳,d-01
            u3,赵敏,d-01
            """);
    var look = Looks.look(file, "app.csv");
    var mapping =
        new MappingSuggestion(company.gongbi.standard())
            .suggest(file, "app.csv", look, new SourceId("app"));
    company.land(file, mapping);
    company.refresh();
    assertThat(
            company.rows(
                """
                select m.record_key, c.device, dense_rank() over (order by m.customer_id nulls last) as customer
                from {identity.member} m
                join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
                where m.source = 'app'
                order by m.record_key nulls last
                """))
        .containsExactly("u1 d-01 1", "u2 d-01 1", "u3 d-01 2");
  }

  private List<Fault> faults(Viewer viewer, IdRuleSettings.Ask... asked) {
    return catchThrowableOfType(FaultException.class, () -> settings.change(List.of(asked), viewer))
        .faults();
  }
}
