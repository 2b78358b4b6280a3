package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.assertHears;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** What a phone reaches by what it dials, and what a flow lets it hear before it is answered. */
@PlatformTest
class IncomingFlowsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BEEP = Duration.ofMillis(300);

  private FlowTenant tenant;
  private SoftPhone anna;
  private SoftPhone bert;

  @BeforeEach
  void open() {
    tenant = FlowTenant.fresh();
    anna = tenant.phone("1001");
    bert = tenant.phone("1002");
  }

  @AfterEach
  void close() {
    anna.close();
    bert.close();
  }

  @Test
  void hearsWhatTheCalledSidePlaysBeforeItAnswers() {
    OutgoingCall dialling = dial(connect("'early_media':true"));
    IncomingCall incoming = bert.expectCall();
    Call early = incoming.soundBeforeAnswer();
    early.media().sayTone(BERT);

    dialling.media().awaitTone(BERT, BEEP, PATIENCE);
    assertThat(dialling.responses()).noneMatch(response -> response.status() == 200);
    incoming.answerAsHeard();
    Call caller = dialling.expectAnswer();
    caller.media().sayTone(ANNA);

    assertHears(early, ANNA);
    assertHears(caller, BERT);
    caller.hangUp();
    early.awaitEnd();
  }

  @ParameterizedTest
  @ValueSource(ints = {486, 480})
  void isRefusedAsTheCalledSideRefusesItsFlow(int status) {
    OutgoingCall dialling = dial(connect("'relay_reason':true"));

    bert.expectCall().ring().reject(status);

    dialling.expectStatus(status);
  }

  @Test
  void goesOnWhenTheCalledSideRefusesAndNothingIsRelayed() {
    OutgoingCall dialling =
        dial(connect("'ring_timeout':5000") + ",{'type':'answer'},{'type':'block'}");

    bert.expectCall().ring().reject(486);

    dialling.expectAnswer(PATIENCE).hangUp();
  }

  @Test
  void goesOnWhenNobodyAnswersInTime() {
    OutgoingCall dialling =
        dial(connect("'ring_timeout':1500") + ",{'type':'answer'},{'type':'block'}");

    bert.expectCall().ring().awaitCancel(PATIENCE);

    dialling.expectAnswer(PATIENCE).hangUp();
  }

  @Test
  void isRefusedForTheReasonOfAnotherCall() {
    JsonObject other = tenant.call("1002", "'actions':[{'type':'block'}]");
    bert.expectCall().ring().reject(486);
    tenant.api().awaitStatus(other.getString("id"), "hangup", PATIENCE);

    dial("{'type':'hangup','option':{'reference_id':'" + other.getString("id") + "'}}")
        .expectStatus(486);
  }

  @ParameterizedTest
  @CsvSource({"busy, 486", "noanswer, 480", "cancel, 487", "failed, 480"})
  void isRefusedForTheReasonThatItsFlowGives(String reason, int status) {
    dial("{'type':'hangup','option':{'reason':'" + reason + "'}}").expectStatus(status);
  }

  @Test
  void showsTheNumberThatItsFlowNames() {
    String number = tenant.number("").getString("number");
    dial(connect("'source':{'type':'tel','target':'" + number + "','name':'Front desk'}"));

    IncomingCall ringing = bert.expectCall();

    assertThat(ringing.caller().user()).isEqualTo(number);
    assertThat(ringing.invite().header("From")).startsWith("\"Front desk\"");
    ringing.reject(486);
  }

  @Test
  void reachesAgentsAndConferencesAndAddressesByWhatTheyAre() {
    String agent =
        tenant
            .api()
            .post(
                "/v1.0/agents",
                FlowTenant.json(
                    "{'username':'"
                        + UUID.randomUUID()
                        + "','password':'secret','addresses':[{'type':'extension','target':'1002'}]}"))
            .expect(201)
            .object()
            .getString("id");
    tenant
        .api()
        .put("/v1.0/agents/" + agent + "/status", FlowTenant.json("{'status':'available'}"))
        .expect(200);
    String conference =
        tenant
            .api()
            .post("/v1.0/conferences", FlowTenant.json("{'name':'room'}"))
            .expect(200)
            .object()
            .getString("id");

    assertTalks("agent:" + agent);
    assertTalks("sip:1002%40" + bert.account().domain());
    Call one = anna.dial(uri("conference:" + conference)).expectAnswer();
    Call two = bert.dial(uri("conference:" + conference)).expectAnswer();
    one.media().sayTone(ANNA);
    two.media().sayTone(BERT);
    assertHears(one, BERT);
    assertHears(two, ANNA);
    one.hangUp();
    two.hangUp();
  }

  private void assertTalks(String dialled) {
    OutgoingCall dialling = anna.dial(uri(dialled));
    Call called = bert.expectCall().ring().answer();
    Call caller = dialling.expectAnswer();
    caller.media().sayTone(ANNA);
    called.media().sayTone(BERT);
    assertHears(called, ANNA);
    assertHears(caller, BERT);
    caller.hangUp();
    called.awaitEnd();
  }

  private static String connect(String options) {
    return "{'type':'connect','option':{'destinations':[{'type':'extension','target':'1002'}],"
        + options
        + "}}";
  }

  /** Anna dials a number whose flow has these actions. */
  private OutgoingCall dial(String actions) {
    String flow = tenant.flow("[" + actions + "]").getString("id");
    return anna.dial(uri(tenant.number(",'flow_id':'" + flow + "'").getString("number")));
  }

  private String uri(String user) {
    return "sip:" + user.replace(":", "%3A") + "@" + anna.account().domain();
  }
}
