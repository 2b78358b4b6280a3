package org.tandemvoice.transfer;

import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.assertHears;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;

/** Anna has called Bert, they talk, and Carl is there to be handed over to. */
final class Trio implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(8);

  final Office office = Office.open();
  final ApiClient api = office.api();
  final SoftPhone annasPhone = office.registered();
  final SoftPhone bertsPhone = office.registered();
  final SoftPhone carlsPhone = office.registered();
  final Call anna;
  final Call bert;

  Trio() {
    OutgoingCall dialling = annasPhone.dial(bertsPhone.account().addressOfRecord());
    IncomingCall ringing = bertsPhone.expectCall().ring();
    bert = ringing.answer();
    anna = dialling.expectAnswer();
    anna.media().sayTone(ANNA);
    bert.media().sayTone(BERT);
    assertHears(anna, BERT);
    assertHears(bert, ANNA);
  }

  /** The call by which Anna came in; the master of the other. */
  String annasCall() {
    return callOf("incoming", bertsPhone);
  }

  String bertsCall() {
    return callOf("outgoing", bertsPhone);
  }

  String carlsCall() {
    return callOf("outgoing", carlsPhone);
  }

  private String callOf(String direction, SoftPhone called) {
    return api.get("/v1.0/calls").expect(200).result().stream()
        .map(call -> call.asJsonObject())
        .filter(call -> call.getString("direction").equals(direction))
        .filter(call -> call.get("destination").toString().contains(called.account().user()))
        .map(call -> call.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  /** The transferer's call hands over to Carl, with these further fields. */
  JsonObject transfer(String call, String type, String fields) {
    return tryTransfer(call, type, fields).expect(200).object();
  }

  ApiAnswer tryTransfer(String call, String type, String fields) {
    String body =
        "{'type':'"
            + type
            + "','destination':{'type':'extension','target':'"
            + carlsPhone.account().user()
            + "'}"
            + fields
            + "}";
    return api.post("/v1/calls/" + call + "/transfer", json(body));
  }

  JsonObject shown(String transfer) {
    return api.get("/v1.0/transfers/" + transfer).expect(200).object();
  }

  void awaitStatus(String transfer, String status) {
    Platform.await(
        "transfer " + status, PATIENCE, () -> shown(transfer).getString("status").equals(status));
  }

  void assertAllEnd(Call... calls) {
    List.of(calls).forEach(call -> call.awaitEnd(PATIENCE));
  }

  static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  @Override
  public void close() {
    office.close();
  }
}
