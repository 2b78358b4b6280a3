package org.tandemvoice.stream.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandemvoice.outbox.entity.EventMark;
import org.tandemvoice.outbox.entity.EventNames;
import org.tandemvoice.outbox.entity.OutboxEvent;

/**
 * An event on its way to subscribers: the topics it belongs to and the frames it is sent as, one
 * for each of its names.
 */
final class StreamEvent {

  private static final Pattern OWNER =
      Pattern.compile("\"owner_id\":\"([0-9a-f]{8}-[0-9a-f-]{27})\"");
  private static final String NIL = "00000000-0000-0000-0000-000000000000";

  private final OutboxEvent event;
  private final EventMark mark;
  private final String time;

  /**
   * @param time when it happened, as it is written for customers
   */
  StreamEvent(OutboxEvent event, EventMark mark, String time) {
    this.event = event;
    this.mark = mark;
    this.time = time;
  }

  OutboxEvent event() {
    return event;
  }

  EventMark mark() {
    return mark;
  }

  /** The frames for somebody with these subscriptions, none if they want nothing of it. */
  List<String> frames(Set<Topic> subscriptions) {
    return EventNames.published(event.eventType()).stream()
        .filter(name -> topics(name).stream().anyMatch(topic -> isWanted(subscriptions, topic)))
        .map(this::frame)
        .toList();
  }

  private static boolean isWanted(Set<Topic> subscriptions, String topic) {
    return subscriptions.stream().anyMatch(subscription -> subscription.covers(topic));
  }

  /**
   * {@code customer_id:<id>:<resource>:<id>}, {@code agent_id:<owner>:<resource>:<id>} and the
   * newer {@code customer_id:<id>:<service>:<type>:<id>} (contract section 13). What is transcribed
   * is under both of its names (C-37).
   */
  Set<String> topics(String name) {
    String customer = "customer_id:" + event.customerId();
    String id = event.resourceId().toString();
    Set<String> topics = new LinkedHashSet<>();
    for (String resource : resources(name)) {
      topics.add(customer + ":" + resource + ":" + id);
      topics.add(customer + ":" + resource + ":" + name + ":" + id);
      owner().ifPresent(owner -> topics.add("agent_id:" + owner + ":" + resource + ":" + id));
    }
    return topics;
  }

  private Set<String> resources(String name) {
    Set<String> resources = new LinkedHashSet<>();
    resources.add(name.substring(0, Math.max(0, (name + "_").indexOf('_'))));
    resources.add(event.resourceType());
    if (resources.contains("transcript") || resources.contains("transcribe")) {
      resources.add("transcript");
      resources.add("transcribe");
    }
    return resources;
  }

  private Optional<String> owner() {
    if (event.resourceType().equals("agent")) {
      return Optional.of(event.resourceId().toString());
    }
    Matcher found = OWNER.matcher(event.data());
    return found.find() && !found.group(1).equals(NIL)
        ? Optional.of(found.group(1))
        : Optional.empty();
  }

  /** With the id, by which a client asks for what followed, and the time. */
  private String frame(String name) {
    return "{\"type\":\""
        + name
        + "\",\"data\":"
        + event.data()
        + ",\"event_id\":\""
        + EventNames.id(event.id(), event.eventType(), name)
        + "\",\"timestamp\":\""
        + time
        + "\"}";
  }
}
