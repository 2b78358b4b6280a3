package org.tandemvoice.call.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.outbox.control.EventDocument;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** What customers may read of their calls. */
@Stateless
public class CallQueries {

  @Inject private Calls calls;
  @Inject private CallDocument document;
  @Inject private EventDocument eventDocument;
  @Inject private Outbox outbox;

  /** One call. */
  public JsonObject get(CustomerId customer, UUID id) {
    return calls.find(customer, id).map(document::of).orElseThrow(() -> unknown(id));
  }

  /**
   * One call as it was at a time, as far back as events are kept.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND} if it was not there yet
   */
  public JsonObject get(CustomerId customer, UUID id, Instant at) {
    return outbox.stateAt(customer, id, at).orElseThrow(() -> unknown(id));
  }

  /**
   * One call, if it has rung this agent's phones.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND}
   */
  public JsonObject get(CustomerId customer, UUID agent, UUID id) {
    return calls
        .find(customer, id)
        .filter(call -> call.membership().owner().filter(agent::equals).isPresent())
        .map(document::of)
        .orElseThrow(() -> unknown(id));
  }

  /** A page of calls, newest first. */
  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    return shown(calls.page(customer, request));
  }

  /** A page of those that have rung this agent's phones, newest first. */
  public Page<JsonObject> list(CustomerId customer, UUID agent, PageRequest request) {
    return shown(calls.page(customer, agent, request));
  }

  private Page<JsonObject> shown(Page<Call> page) {
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /**
   * The events of a call, oldest first, each as it is delivered: {@code id}, {@code timestamp},
   * {@code event_type}, {@code data} (contract section 17).
   *
   * @param after only those behind this position; 0 for all
   */
  public List<JsonObject> events(CustomerId customer, UUID id, long after, int limit) {
    if (calls.find(customer, id).isEmpty()) {
      throw unknown(id);
    }
    return outbox.of(customer, id, after, limit).stream().map(eventDocument::of).toList();
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.CALL_NOT_FOUND, "there is no call " + id);
  }
}
