package org.tandemvoice.stream.control;

import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.json.control.JsonFields;

/**
 * What a client subscribes to: everything whose topic begins so. A {@code *} at the end is allowed
 * and means the same (C-36).
 *
 * @param prefix without the star
 */
public record Topic(String prefix) {

  private static final int LONGEST = 300;

  /** Empty if it is no topic of ours. */
  public static Optional<Topic> of(String text) {
    String prefix = text.endsWith("*") ? text.substring(0, text.length() - 1) : text;
    String[] parts = prefix.split(":", 3);
    boolean isScoped =
        parts.length >= 2 && (parts[0].equals("customer_id") || parts[0].equals("agent_id"));
    return isScoped && text.length() <= LONGEST && JsonFields.uuidOf(parts[1]).isPresent()
        ? Optional.of(new Topic(prefix))
        : Optional.empty();
  }

  /** A customer is heard by its admins and managers, an agent by itself (contract section 13). */
  public boolean allows(Identity identity) {
    String[] parts = prefix.split(":", 3);
    UUID id = UUID.fromString(parts[1]);
    return parts[0].equals("customer_id")
        ? identity.permission().managesCustomer() && identity.customerId().value().equals(id)
        : identity.agentId().filter(id::equals).isPresent();
  }

  /** Whether a topic of an event begins so. */
  boolean covers(String topic) {
    return topic.startsWith(prefix);
  }
}
