package org.tandemvoice.flow.control;

import jakarta.json.JsonArray;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tandemvoice.conference.control.ConferenceParties;
import org.tandemvoice.flow.control.action.Amd;
import org.tandemvoice.flow.control.action.Answer;
import org.tandemvoice.flow.control.action.Beep;
import org.tandemvoice.flow.control.action.Block;
import org.tandemvoice.flow.control.action.Branch;
import org.tandemvoice.flow.control.action.Call;
import org.tandemvoice.flow.control.action.ConditionCallDigits;
import org.tandemvoice.flow.control.action.ConditionCallStatus;
import org.tandemvoice.flow.control.action.ConditionDatetime;
import org.tandemvoice.flow.control.action.ConditionVariable;
import org.tandemvoice.flow.control.action.ConfbridgeJoin;
import org.tandemvoice.flow.control.action.ConferenceJoin;
import org.tandemvoice.flow.control.action.Connect;
import org.tandemvoice.flow.control.action.DigitsReceive;
import org.tandemvoice.flow.control.action.DigitsSend;
import org.tandemvoice.flow.control.action.Echo;
import org.tandemvoice.flow.control.action.Fetch;
import org.tandemvoice.flow.control.action.FetchFlow;
import org.tandemvoice.flow.control.action.Goto;
import org.tandemvoice.flow.control.action.Hangup;
import org.tandemvoice.flow.control.action.MohStart;
import org.tandemvoice.flow.control.action.MohStop;
import org.tandemvoice.flow.control.action.Mute;
import org.tandemvoice.flow.control.action.Play;
import org.tandemvoice.flow.control.action.RecordVoice;
import org.tandemvoice.flow.control.action.RecordingStart;
import org.tandemvoice.flow.control.action.RecordingStop;
import org.tandemvoice.flow.control.action.Sleep;
import org.tandemvoice.flow.control.action.Stop;
import org.tandemvoice.flow.control.action.Talk;
import org.tandemvoice.flow.control.action.VariableSet;
import org.tandemvoice.flow.control.action.WebhookSend;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.time.control.Timestamps;

/** Every action of the platform, wired without a container. */
final class FlowActionFixture {

  static final Instant NOW = Instant.parse("2026-02-21T10:30:00Z");

  private final List<FlowAction> all = new ArrayList<>();
  private final FlowActions actions;
  private final ActionLists lists;

  private FlowActionFixture() {
    List<FlowAction> late = new ArrayList<>();
    // Fetch and Call read lists of actions themselves, so the registry must know them before.
    ActionLists[] self = new ActionLists[1];
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var ids = new TimeOrderedIds(clock);
    ActionLists delegate =
        new ActionLists(new FlowActions(List.of()), ids) {
          @Override
          public JsonArray read(JsonArray given, String field) {
            return self[0].read(given, field);
          }
        };
    late.add(new Fetch(delegate));
    late.add(new Call(new FlowDocument(delegate, new Timestamps("iso"))));
    all.addAll(
        List.of(
            new Amd(),
            new Answer(),
            new Beep(),
            new Block(),
            new Branch(),
            new ConditionCallDigits(),
            new ConditionCallStatus(),
            new ConditionDatetime(),
            new ConditionVariable(),
            new ConferenceJoin(new ConferenceParties()),
            new ConfbridgeJoin(),
            new Connect(),
            new DigitsReceive(),
            new DigitsSend(),
            new Echo(),
            new FetchFlow(),
            new Goto(),
            new Hangup(),
            new MohStart(),
            new MohStop(),
            new Mute(),
            new Play(),
            new RecordVoice(),
            new RecordingStart(),
            new RecordingStop(),
            new Sleep(),
            new Stop(),
            new Talk(),
            new VariableSet(),
            new WebhookSend()));
    all.addAll(late);
    actions = new FlowActions(all);
    lists = new ActionLists(actions, ids);
    self[0] = lists;
  }

  static List<FlowAction> all() {
    return new FlowActionFixture().all;
  }

  static FlowActions actions() {
    return new FlowActionFixture().actions;
  }

  static ActionLists lists() {
    return new FlowActionFixture().lists;
  }
}
