package org.tandemvoice.extension.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.node.control.Node;

/**
 * Which contacts are silent, as stored for all nodes. Each node asks those that registered with it:
 * only it can be sure of the way back to them.
 */
@Stateless
public class ContactReach {

  @Inject private Extensions extensions;
  @Inject private ContactBindings bindings;
  @Inject private Node node;
  @Inject private Clock clock;

  /** How many contacts have registered with this node; none while it does not serve. */
  public long count() {
    return node.isServing() ? bindings.count(node.id(), clock.instant()) : 0;
  }

  /** Some of them, in an order that stays the same. */
  public List<ContactBinding> after(UUID last, int most) {
    return bindings.after(last, node.id(), clock.instant(), most);
  }

  /** It stays registered, but is called only when all others of its extension have failed. */
  public void fellSilent(ContactBinding asked, Instant at) {
    lock(asked).ifPresent(binding -> binding.fellSilent(at, clock.instant()));
  }

  public void isBack(ContactBinding asked) {
    lock(asked).ifPresent(ContactBinding::answered);
  }

  /** As it is now, and kept from a REGISTER meanwhile; empty if it is no longer registered. */
  private Optional<ContactBinding> lock(ContactBinding known) {
    return extensions
        .lock(known.customerId(), known.extensionId())
        .flatMap(extension -> bindings.find(known.id()));
  }
}
