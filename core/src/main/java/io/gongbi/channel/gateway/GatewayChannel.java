package io.gongbi.channel.gateway;

import io.gongbi.catalog.Settings;
import io.gongbi.catalog.Spec;
import io.gongbi.channel.Batch;
import io.gongbi.channel.Channel;
import io.gongbi.channel.Heard;
import io.gongbi.channel.Line;
import io.gongbi.channel.Message;
import io.gongbi.channel.Receipt;
import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import io.gongbi.source.Outbound.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Any gateway that takes text messages over HTTP. Each request is said once: what never left may be
 * said again, what left without an answer is uncertain and waits for its receipt.
 *
 * <p>At 20 a second and one message a request, a second's worth of 20 messages is handed over at a
 * time; 16 requests at most are under way at once.
 */
public final class GatewayChannel implements Channel {
  private static final int MOST_AT_ONCE = 100;
  private static final int MOST_UNDER_WAY = 16;

  /** How long to wait before what never left is tried again. */
  private static final List<Long> AGAIN_AFTER_MILLIS = List.of(300L, 1_000L);

  private static final Spec SPEC = GatewaySpec.spec();
  private static final List<String> POINTERS =
      List.of(
          GatewaySpec.SUCCESS_AT,
          GatewaySpec.MESSAGE_ID_AT,
          GatewaySpec.WORDS_AT,
          GatewaySpec.ANSWERS_AT,
          GatewaySpec.RECEIPTS_AT,
          GatewaySpec.RECEIPT_ID_AT,
          GatewaySpec.RECEIPT_PHONE_AT,
          GatewaySpec.RECEIPT_STATUS_AT,
          GatewaySpec.REPLY_AT);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public String addressField() {
    return "phone";
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public boolean reachesAtOnce() {
    return true;
  }

  @Override
  public int atOnce(Settings settings) {
    int request = new Template(settings).most();
    return Math.max(request, Math.min(perSecond(settings), MOST_AT_ONCE));
  }

  @Override
  public int perSecond(Settings settings) {
    return settings.whole(GatewaySpec.RATE);
  }

  @Override
  public void check(Settings settings, Faults faults) {
    new Template(settings).check(faults);
    for (var key : POINTERS) {
      if (!Pointed.isPointer(settings.text(key))) {
        faults.bad("channel.pointer", key, Map.of("written", settings.text(key)));
      }
    }
    if (settings.has(GatewaySpec.SUCCESS_AT) != settings.has(GatewaySpec.SUCCESS)) {
      faults.bad("channel.success-half", GatewaySpec.SUCCESS, Map.of());
    }
  }

  @Override
  public String secretsAreFor(Settings settings) {
    return new Template(settings).host().map(Object::toString).orElse("");
  }

  @Override
  public void mustBeReady(Line line) {
    new Template(line.settings()).host().ifPresent(line.door()::check);
    line.settings().open(GatewaySpec.SECRET);
  }

  /** Why nothing more of a batch is said, once that is so. */
  private static final class Stopped {
    private volatile Optional<Fault> why = Optional.empty();
  }

  @Override
  public List<Receipt> send(Batch batch, Line line) {
    var template = new Template(line.settings());
    var stopped = new Stopped();
    var underWay = new Semaphore(MOST_UNDER_WAY);
    var requests = new ArrayList<Future<List<Receipt>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var part : parts(batch.messages(), template.most())) {
        requests.add(
            threads.submit(
                () -> {
                  underWay.acquire();
                  try {
                    return say(part, template, batch, line, stopped);
                  } finally {
                    underWay.release();
                  }
                }));
      }
      return requests.stream().flatMap(r -> got(r).stream()).toList();
    }
  }

  private static List<List<Message>> parts(List<Message> messages, int most) {
    var parts = new ArrayList<List<Message>>();
    for (int i = 0; i < messages.size(); i += most) {
      parts.add(messages.subList(i, Math.min(messages.size(), i + most)));
    }
    return parts;
  }

  private static List<Receipt> got(Future<List<Receipt>> request) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return request.get();
        } catch (InterruptedException e) {
          // What is being said cannot be unsaid: hear what became of it first.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  private List<Receipt> say(
      List<Message> part, Template template, Batch batch, Line line, Stopped stopped)
      throws InterruptedException {
    var verdict = new Verdict(line.settings(), part, batch.happenedAt());
    var request = template.request(part, batch.happenedAt());
    for (int again = 0; ; again++) {
      // Whatever stops one stops those that have not been said yet.
      var why = stopped.why;
      if (why.isPresent()) return verdict.of(new Answer.NotLeft(why.get()));
      line.pace().await(part.size(), perSecond(line.settings()));
      var answer = line.door().send(request);
      var receipts = verdict.of(answer);
      if (!(receipts.getFirst() instanceof Receipt.NotLeft left)) return receipts;
      boolean worthwhile =
          answer instanceof Answer.NotLeft && left.why() instanceof Fault.Unavailable;
      if (!worthwhile || again == AGAIN_AFTER_MILLIS.size()) {
        stopped.why = Optional.of(left.why());
        return receipts;
      }
      TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER_MILLIS.get(again));
    }
  }

  @Override
  public Heard hear(Settings settings, String contentType, byte[] body) {
    return new GatewayReceipts(settings).read(contentType, body);
  }

  @Override
  public String thanks(Settings settings) {
    return settings.text(GatewaySpec.THANKS);
  }
}
