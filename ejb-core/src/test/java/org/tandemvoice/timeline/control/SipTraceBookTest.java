package org.tandemvoice.timeline.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.timeline.entity.TraceEntry;
import org.tandemvoice.timeline.entity.TraceKind;

class SipTraceBookTest {

  private static final Instant START = Instant.parse("2026-02-21T10:00:00Z");
  private static final CallId CALL = new CallId(new UUID(1, 1));

  private Instant now = START;
  private final SipTraceBook book =
      new SipTraceBook(
          new Clock() {
            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          },
          new SipTraceSettings(1, 60, 0));

  @Test
  void keepsWhatCameBeforeItsCallWasKnownAndHandsItOutOnce() {
    passed("INVITE");
    assertThat(book.take()).isEmpty();
    book.begins("a@b", CALL);
    passed("ACK");

    assertThat(book.take().get(CALL))
        .extracting(TraceEntry::method)
        .containsExactly("INVITE", "ACK");
    assertThat(book.take()).isEmpty();
  }

  @Test
  void keepsTheKeysOfACall() {
    book.note(CALL, TraceEntry.key(START, '5'));

    assertThat(book.take().get(CALL)).containsExactly(TraceEntry.key(START, '5'));
  }

  @Test
  void takesWhatComesShortlyAfterTheEnd() {
    book.begins("a@b", CALL);
    book.ends("a@b");
    passed("BYE");

    assertThat(book.take().get(CALL)).extracting(TraceEntry::method).containsExactly("BYE");
  }

  @Test
  void forgetsACallThatIsLongOverButNotOneThatIsSilent() {
    book.begins("a@b", CALL);
    passed("INVITE");
    book.take();
    now = START.plusSeconds(3600);
    book.take();
    passed("BYE");
    assertThat(book.take()).containsKey(CALL);

    book.ends("a@b");
    now = START.plusSeconds(7200);
    book.take();
    passed("BYE");
    assertThat(book.take()).isEmpty();
  }

  @Test
  void keepsNothingIfTurnedOff() {
    SipTraceBook off = new SipTraceBook(Clock.systemUTC(), new SipTraceSettings(0, 60, 0));
    off.begins("a@b", CALL);
    off.passed("a@b", message("INVITE"));

    assertThat(off.take()).isEmpty();
  }

  @Test
  void boundsWhatOneCallMayLeaveBehind() {
    book.begins("a@b", CALL);
    for (int i = 0; i < 10_000; i++) {
      passed("INFO");
    }

    assertThat(book.take())
        .containsOnlyKeys(List.of(CALL))
        .hasEntrySatisfying(CALL, kept -> assertThat(kept).hasSizeLessThan(1_000));
  }

  private void passed(String method) {
    book.passed("a@b", message(method));
  }

  private TraceEntry message(String method) {
    return new TraceEntry(
        now, TraceKind.RECEIVED, "10.0.0.1:5060", "10.0.0.2:5060", method, method + " ...");
  }
}
