package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.campaign.Campaigns;
import io.gongbi.campaign.ReceiptFile;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.segment.ListFile;
import io.gongbi.server.login.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What was promised to whom and what became of it: the list for the sender, receipts, entries. */
@RestController
@About("What a campaign sent: the list for the sender, receipts, entries.")
@RequestMapping("/api/campaigns")
public class CampaignLedgerResource {
  private final Gongbi gongbi;
  private final Campaigns campaigns;

  public CampaignLedgerResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.campaigns = gongbi.campaigns();
  }

  @Needs(Right.EXPORT)
  @GetMapping("/{key}/file")
  @About(
      value = "The list of whom to reach, of the customers in sight, with what is masked masked.",
      file = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
  public void file(
      @PathVariable String key,
      @RequestParam(defaultValue = "csv") String format,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var wanted = ListFile.Format.of(format);
    var list = campaigns.list(CampaignResource.id(key), viewer);
    var label = campaigns.get(CampaignResource.id(key), viewer, gongbi.asOf()).definition().label();
    list.mustFit(wanted);
    gongbi
        .audit()
        .record(
            viewer.user(),
            Act.EXPORTED,
            CampaignResource.id(key).toString(),
            format + ", " + list.size() + " rows: " + String.join(", ", list.heads()));
    Download.begin(response, wanted, Speech.words(request).apply(label));
    list.write(wanted, response.getOutputStream());
  }

  /**
   * What became of a file of receipts: read = matched + known + stopped + unknown + bad. {@code
   * stopped}: opt-outs, not known yet, of numbers that got no message of this campaign.
   */
  public record ReceiptsView(
      long read,
      long matched,
      long known,
      long stopped,
      long unknown,
      long bad,
      List<Problem.Said> faults) {}

  @Needs(Right.SEND)
  @PostMapping("/{key}/receipts")
  @About("Takes a file of receipts.")
  public ReceiptsView receipts(
      @PathVariable String key,
      @RequestParam("file") MultipartFile file,
      Viewer viewer,
      HttpServletRequest request)
      throws IOException {
    try (var in = file.getInputStream()) {
      var name = Optional.ofNullable(file.getOriginalFilename()).orElse(CampaignResource.FILE);
      var upload = gongbi.uploads().store(in, name);
      try {
        var zone = gongbi.company().company().zone();
        return read(
            campaigns.receipts(
                CampaignResource.id(key), viewer, upload.path(), upload.name(), zone),
            Speech.of(request));
      } finally {
        gongbi.uploads().delete(upload.id());
      }
    }
  }

  private static ReceiptsView read(ReceiptFile.Read read, Locale locale) {
    return new ReceiptsView(
        read.read(),
        read.changed(),
        read.known(),
        read.stopped(),
        read.unknown(),
        read.bad(),
        Problems.said(read.faults(), locale));
  }

  /** One row of the ledger. */
  public record EntryView(
      long number,
      long customer,
      Optional<String> name,
      String arm,
      String state,
      Optional<String> reason,
      Instant enteredAt,
      Optional<Instant> sentAt,
      Optional<Instant> deliveredAt) {}

  @Needs(Right.VIEW)
  @GetMapping("/{key}/entries")
  @About("The send ledger of a campaign, a page of it.")
  public List<EntryView> entries(
      @PathVariable String key,
      @RequestParam Optional<String> state,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "50") int limit,
      Viewer viewer,
      HttpServletRequest request) {
    CampaignResource.mustBePage(offset, limit);
    var locale = Speech.of(request);
    var entries =
        campaigns.entries(
            CampaignResource.id(key),
            state.filter(x -> !x.isBlank()).map(CampaignLedgerResource::state),
            offset,
            limit,
            viewer);
    var names =
        gongbi.profiles().names(entries.stream().map(LedgerEntry::customer).toList(), viewer);
    return entries.stream()
        .map(
            e ->
                new EntryView(
                    e.number(),
                    e.customer().value(),
                    Optional.ofNullable(names.get(e.customer())),
                    e.arm(),
                    e.state().name(),
                    e.reason().map(r -> Messages.say(r, Map.of(), locale)),
                    e.enteredAt(),
                    e.sentAt(),
                    e.deliveredAt()))
        .toList();
  }

  private static LedgerEntry.State state(String name) {
    for (var state : LedgerEntry.State.values()) if (state.name().equals(name)) return state;
    throw Faults.bad("campaign.unknown-state", "state");
  }
}
