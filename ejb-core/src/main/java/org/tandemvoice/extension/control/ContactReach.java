package org.tandemvoice.extension.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.node.control.Node;

/**
 * Which contacts are silent, as stored for all nodes. Each node asks those that registered with it:
 * only it can be sure of the way back to them.
 */
@Stateless
public class ContactReach {

  @Inject private Extensions extensions;
  @Inject private ContactBindings bindings;
  @Inject private ReachStates states;
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
    change(asked, binding -> binding.fellSilent(at, clock.instant()));
  }

  public void isBack(ContactBinding asked) {
    change(asked, ContactBinding::answered);
  }

  /** As it is now, and kept from a REGISTER meanwhile; nothing if it is no longer registered. */
  private void change(ContactBinding known, Consumer<ContactBinding> change) {
    Extension extension = extensions.lock(known.customerId(), known.extensionId()).orElse(null);
    ContactBinding binding = bindings.find(known.id()).orElse(null);
    if (extension != null && binding != null) {
      change.accept(binding);
      review(extension);
    }
  }

  private void review(Extension extension) {
    states.review(
        extension, bindings.current(extension.customerId(), extension.uuid(), clock.instant()));
  }

  /** Some of the extensions that have contacts whose time is over, of every customer. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<AbandonedContacts> expired(int most) {
    return bindings.expired(clock.instant(), most);
  }

  /** Deletes what has expired there. */
  public void purge(AbandonedContacts abandoned) {
    Optional<Extension> extension =
        extensions.lock(abandoned.customerId(), abandoned.extensionId());
    bindings.removeExpired(abandoned.customerId(), abandoned.extensionId(), clock.instant());
    extension.ifPresent(this::review);
  }
}
