package io.gongbi.identity;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits that the company chose for itself. */
final class LimitSettingsTest {
  @TempDir Path folder;
  private TestCompany company;
  private LimitSettings settings;

  /** Ann and Bo left one phone: a household, or a clerk's own. */
  @BeforeEach
  void open() {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    settings = company.gongbi.identityLimits();
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

  /** With 1 name a phone the shared one ends as evidence; with 2 again, it brings them together. */
  @Test
  void everybodyIsRecognisedAnew_byARunThatBeginsAtOnce() {
    assertThat(customers()).isEqualTo(2);
    settings.change(Map.of("phone", new LimitSettings.Ask(50, 1)), LIN);
    company.counted();
    assertThat(customers()).isEqualTo(3);
    assertThat(company.gongbi.identities().summary(LIN).generic())
        .extracting(
            g -> g.idType().column() + " " + g.value() + " " + g.records() + " " + g.names())
        .containsExactly("phone 13900000001 2 2");
    assertThat(settings.limits())
        .isEqualTo(Limits.DEFAULT.with(IdType.PHONE, new Limits.Limit(50, 1)));
    settings.change(Map.of("phone", new LimitSettings.Ask(50, 2)), LIN);
    company.counted();
    assertThat(customers()).isEqualTo(2);
  }

  @Test
  void limits_areRefused_whereTheySayNothing_orFromOneWhoMayNot() {
    var faults =
        catchThrowableOfType(
                FaultException.class,
                () ->
                    settings.change(
                        Map.of(
                            "phone", new LimitSettings.Ask(1, 1),
                            "email", new LimitSettings.Ask(2, 100_001),
                            "fax", new LimitSettings.Ask(2, 1)),
                        LIN))
            .faults();
    assertThat(faults)
        .extracting(Fault::code)
        .containsExactlyInAnyOrder("identity.limit", "identity.limit", "identity.unknown-type");
    assertThat(settings.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(
            catchThrowableOfType(
                    FaultException.class,
                    () ->
                        settings.change(
                            Map.of("phone", new LimitSettings.Ask(50, 1)),
                            new Viewer(new UserId("hu"), Role.marketer())))
                .faults()
                .getFirst())
        .isInstanceOf(Fault.Forbidden.class);
  }
}
