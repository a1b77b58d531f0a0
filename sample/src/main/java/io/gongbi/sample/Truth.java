package io.gongbi.sample;

import io.gongbi.sample.Export.Flaw;
import io.gongbi.sample.History.Target;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What really is so, written to its own folder, or to nowhere when nobody asked for it. {@link
 * SampleMall} says what stands in which file.
 */
final class Truth implements Closeable {

  private final Optional<Path> folder;
  private final List<CsvSheet> sheets = new ArrayList<>();
  private final Optional<CsvSheet> persons;
  private final Optional<CsvSheet> evidence;
  private final Optional<CsvSheet> churned;
  private final Optional<CsvSheet> campaign;
  private final Optional<CsvSheet> replies;
  private final Optional<CsvSheet> flaws;
  private final Optional<CsvSheet> traps;
  private final Optional<CsvSheet> staff;
  private final Optional<CsvSheet> families;
  private final Optional<CsvSheet> referrals;
  private final Optional<CsvSheet> generic;

  Truth(Optional<Path> folder) throws IOException {
    this.folder = folder;
    if (folder.isPresent()) {
      Files.createDirectories(folder.get());
    }
    persons = open("persons.csv", "source", "record_key", "person");
    evidence = open("evidence.csv", "source", "record_key", "kind", "value");
    churned = open("churned.csv", "person", "last_order_day");
    campaign = open("campaign.csv", "person", "arm", "would_convert", "converted");
    replies = open("replies.csv", "person", "reply", "opts_out");
    flaws = open("flaws.csv", "file", "line", "flaw");
    traps = open("traps.csv", "trap", "source", "record_key", "person", "other_person", "was");
    staff = open("staff.csv", "member_card", "person", "receipts_of_strangers");
    families = open("families.csv", "family", "member_card", "person");
    referrals = open("referrals.csv", "member_card", "referrer");
    generic = open("generic.csv", "id_type", "value");
  }

  private Optional<CsvSheet> open(String name, Object... header) throws IOException {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    CsvSheet sheet = new CsvSheet(folder.get().resolve(name), false, header);
    sheets.add(sheet);
    return Optional.of(sheet);
  }

  void record(String source, String key, Person person) throws IOException {
    if (persons.isPresent()) {
      persons.get().row(source, key, person.id());
    }
  }

  /** What a careful reader of the record can tell people by; nothing where there is nothing. */
  void evidence(String source, String key, String kind, Optional<String> value) throws IOException {
    if (evidence.isPresent() && value.isPresent()) {
      evidence.get().row(source, key, kind, value.get());
    }
  }

  void gone(Person person, LocalDate lastOrder) throws IOException {
    if (churned.isPresent()) {
      churned.get().row(person.id(), lastOrder);
    }
  }

  void target(Person person, Target target) throws IOException {
    if (campaign.isPresent()) {
      String arm = target.treated() ? "treated" : "control";
      campaign.get().row(person.id(), arm, target.wouldConvert(), target.converted());
    }
  }

  void reply(Person person, String reply, boolean optsOut) throws IOException {
    if (replies.isPresent()) {
      replies.get().row(person.id(), reply, optsOut);
    }
  }

  void staff(String card, Person person, long strangers) throws IOException {
    if (staff.isPresent()) {
      staff.get().row(card, person.id(), strangers);
    }
  }

  /** A family is named by its head's number among the people. */
  void family(int head, String card, Person person) throws IOException {
    if (families.isPresent()) {
      families.get().row("F" + (head + 1), card, person.id());
    }
  }

  void referral(String card, String referrer) throws IOException {
    if (referrals.isPresent()) {
      referrals.get().row(card, referrer);
    }
  }

  void generic(String idType, String value) throws IOException {
    if (generic.isPresent()) {
      generic.get().row(idType, value);
    }
  }

  void flaw(String file, long line, Flaw flaw) throws IOException {
    if (flaws.isPresent()) {
      flaws.get().row(file, line, flaw.name().toLowerCase(Locale.ROOT));
    }
  }

  /** What misleads in a record, if anything does. */
  void trap(String source, String key, Person person, Optional<Trap> trap) throws IOException {
    if (traps.isPresent() && trap.isPresent()) {
      Trap it = trap.get();
      String kind = it.kind().name().toLowerCase(Locale.ROOT);
      String other = it.other().map(Person::id).orElse("");
      traps.get().row(kind, source, key, person.id(), other, it.was());
    }
  }

  void text(String name, String json) throws IOException {
    if (folder.isPresent()) {
      Files.writeString(folder.get().resolve(name), json);
    }
  }

  @Override
  public void close() throws IOException {
    for (CsvSheet sheet : sheets) {
      sheet.close();
    }
  }
}
