package org.tandemvoice.agent.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.agent.control.AgentFilter;
import org.tandemvoice.agent.entity.AgentStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.queue.control.QueueManager;

/** Reads which agents a list shall hold. */
@ApplicationScoped
class AgentFilters {

  @Inject private QueueManager queues;

  AgentFilter of(CustomerId customer, MultivaluedMap<String, String> query) {
    List<UUID> tags = tagIds(query);
    String queue = query.getFirst("queue_id");
    if (queue != null && !queue.isBlank()) {
      tags.addAll(queues.tagIds(customer, uuid("queue_id", queue.strip())));
    }
    return new AgentFilter(tags, status(query));
  }

  private static List<UUID> tagIds(MultivaluedMap<String, String> query) {
    List<UUID> ids = new ArrayList<>();
    for (String list : query.getOrDefault("tag_ids", List.of())) {
      for (String text : list.split(",")) {
        if (!text.isBlank()) {
          ids.add(uuid("tag_ids", text.strip()));
        }
      }
    }
    return ids;
  }

  private static Optional<AgentStatus> status(MultivaluedMap<String, String> query) {
    return Optional.ofNullable(query.getFirst("status"))
        .filter(text -> !text.isBlank())
        .map(
            text ->
                AgentStatus.of(text)
                    .orElseThrow(
                        () ->
                            invalid(
                                "status", text, "give available, away, busy, offline or ringing")));
  }

  private static UUID uuid(String parameter, String text) {
    return JsonFields.uuidOf(text).orElseThrow(() -> invalid(parameter, text, "give a UUID"));
  }

  private static PlatformException invalid(String parameter, String value, String advice) {
    String message = "is \"" + value + "\": " + advice;
    return new PlatformException(
        ErrorCode.INVALID_REQUEST_PARAMETER,
        parameter + ": " + message,
        List.of(new FieldViolation(parameter, message)));
  }
}
