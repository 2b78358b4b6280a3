package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.assertHears;
import static org.tandemvoice.office.Voices.assertHearsMusic;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.rtp.SoundSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Call screening: the agent is asked before he is connected, and the caller hears none of it. */
@PlatformTest
class WhisperIT {

  private static final Duration KEY = Duration.ofMillis(120);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final double NAME = 1900;

  private final FlowTenant tenant = FlowTenant.fresh();
  private SoftPhone annasPhone;
  private SoftPhone bertsPhone;
  private Call anna;
  private JsonObject call;

  @BeforeEach
  void open() {
    annasPhone = tenant.phone("2001");
    bertsPhone = tenant.phone("2002");
  }

  @AfterEach
  void close() {
    annasPhone.close();
    bertsPhone.close();
  }

  @Test
  void connectsTheAgentWhoAccepts() {
    begin("");
    Call bert = whispered();

    bert.media().sendDigits("1", KEY);

    assertHears(anna, BERT);
    assertHears(bert, ANNA);
    bert.hangUp();
    awaitAction("block");
  }

  @Test
  void goesOnWithTheNextActionWhenTheAgentRejects() {
    begin("");
    Call bert = whispered();

    bert.media().sendDigits("2", KEY);

    bert.awaitEnd();
    awaitAction("block");
    assertThat(anna.ended()).isFalse();
  }

  @Test
  void takesSilenceForANo() {
    begin(",'timeout':3000");
    Call bert = bertsPhone.expectCall().ring().answer();

    bert.awaitEnd(PATIENCE);
    awaitAction("block");
  }

  @Test
  void goesOnWhenTheAgentHangsUpInsteadOfAnAnswer() {
    begin("");
    Call bert = whispered();

    bert.hangUp();

    awaitAction("block");
  }

  @Test
  void endsForTheAgentWhenTheCallerGivesUp() {
    begin("");
    Call bert = whispered();

    anna.hangUp();

    bert.awaitEnd();
  }

  @Test
  void saysTheRecordedNameToTheAgentOnly() {
    call =
        tenant.call(
            "2001",
            "'actions':[{'type':'record_voice','option':{'duration':5000,'silence_timeout':1000,"
                + "'variable_name':'name'}},{'type':'moh_start','option':{'music_class':'default'}},"
                + "{'type':'connect','option':{'destinations':[{'type':'extension','target':'2002'}],"
                + "'whisper':{'enabled':true,'play_recording':'{{name}}','accept_key':'1',"
                + "'reject_key':'2'}}},{'type':'block'}]");
    anna = annasPhone.expectCall().answer();
    awaitAction("record_voice");
    Platform.await("the beep", PATIENCE, () -> anna.media().heard().audible().toMillis() > 100);
    anna.media().sayTone(NAME);
    Waiting.pass(Duration.ofSeconds(2));
    anna.media().say(SoundSource.once(Sound.silence(Duration.ofMillis(200))));

    Call bert = bertsPhone.expectCall(PATIENCE).ring().answer();
    bert.media().awaitTone(NAME, Duration.ofMillis(800), PATIENCE);
    assertHearsMusic(anna);
    assertThat(anna.media().heard().toneHeard(NAME)).isLessThan(Duration.ofMillis(100));
    anna.media().sayTone(ANNA);
    bert.media().sayTone(BERT);
    bert.media().sendDigits("1", KEY);

    assertHears(anna, BERT);
    assertHears(bert, ANNA);
    bert.hangUp();
    awaitAction("block");
  }

  /** Anna is called and waits with music while Bert is called. */
  private void begin(String more) {
    call =
        tenant.call(
            "2001",
            "'actions':[{'type':'moh_start','option':{'music_class':'default'}},"
                + "{'type':'connect','option':{'destinations':[{'type':'extension','target':'2002'}],"
                + "'whisper':{'enabled':true,'message':'You have a call from','accept_key':'1',"
                + "'reject_key':'2'"
                + more
                + "}}},{'type':'block'}]");
    anna = annasPhone.expectCall().answer();
    anna.media().sayTone(ANNA);
  }

  /** Bert has answered and hears the question; Anna hears music and nothing of it. */
  private Call whispered() {
    IncomingCall ringing = bertsPhone.expectCall().ring();
    assertHearsMusic(anna);
    Call bert = ringing.answer();
    Platform.await(
        "the whisper",
        PATIENCE,
        () -> bert.media().heard().audible().compareTo(Duration.ofSeconds(1)) > 0);
    bert.media().sayTone(BERT);
    assertHearsMusic(anna);
    assertThat(bert.media().heard().toneHeard(ANNA)).isZero();
    return bert;
  }

  private void awaitAction(String type) {
    tenant.awaitAction(call, type, PATIENCE);
  }
}
