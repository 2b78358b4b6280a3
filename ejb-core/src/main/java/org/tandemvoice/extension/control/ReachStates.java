package org.tandemvoice.extension.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.extension.entity.ExtensionReach;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;

/**
 * Tells whether the phones of an extension can be reached whenever that changes, in the transaction
 * that changes it.
 */
@ApplicationScoped
public class ReachStates {

  private static final System.Logger LOG = System.getLogger(ReachStates.class.getName());

  @Inject private ExtensionDocument document;
  @Inject private Outbox outbox;
  @Inject private Event<ContactsChanged> changed;

  /**
   * @param extension locked by whoever calls
   * @param current its contacts that have not expired
   */
  void review(Extension extension, List<ContactBinding> current) {
    ExtensionReach before = extension.reach();
    if (extension.transitionTo(ExtensionReach.of(current))) {
      LOG.log(
          System.Logger.Level.DEBUG,
          "extension {0} was {1} and is {2}",
          extension.uuid(),
          before,
          extension.reach());
      outbox.record(
          new EventSubject(extension.customerId(), "extension", extension.uuid()),
          "extension_status_updated",
          document.withoutPassword(extension));
      changed.fire(new ContactsChanged(extension.customerId(), extension.uuid()));
    }
  }
}
