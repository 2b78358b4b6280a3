package org.tandemvoice.extension.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.extension.entity.RegisteredContact;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * The bindings of one extension and the rules by which a REGISTER changes them (RFC 3261 section
 * 10.3). It touches no database: what it added and removed is for the caller to store.
 */
final class AddressOfRecord {

  private static final Comparator<ContactBinding> PREFERRED_FIRST =
      Comparator.comparingInt(ContactBinding::qThousandths)
          .thenComparing(ContactBinding::registeredAt)
          .reversed();

  private final List<ContactBinding> bindings;
  private final int limit;
  private final Supplier<UUID> ids;
  private final List<ContactBinding> added = new ArrayList<>();
  private final List<ContactBinding> removed = new ArrayList<>();

  /**
   * @param bindings as stored, expired ones included
   * @param limit how many contacts may stay; the one registered longest ago goes first (contract
   *     section 14)
   */
  AddressOfRecord(List<ContactBinding> bindings, int limit, Supplier<UUID> ids) {
    this.bindings = new ArrayList<>(bindings);
    this.limit = limit;
    this.ids = ids;
  }

  /**
   * Changes the bindings as asked, all or none.
   *
   * @throws PlatformException {@code STATE_INVALID} if a later REGISTER of the same Call-ID was
   *     seen already
   */
  void apply(Registration registration, Instant now) {
    if (registration.isQuery()) {
      return;
    }
    refuseIfOutOfOrder(registration, now);
    if (registration.removeAll()) {
      List.copyOf(bindings).forEach(this::remove);
    }
    registration.contacts().forEach(contact -> apply(contact, registration, now));
    List.copyOf(bindings).stream().filter(b -> b.isExpired(now)).forEach(this::remove);
    while (bindings.size() > limit) {
      remove(oldest());
    }
  }

  /** RFC 3261 section 10.3 step 7: an update that is out of order MUST be aborted. */
  private void refuseIfOutOfOrder(Registration registration, Instant now) {
    List<ContactBinding> touched =
        registration.removeAll()
            ? bindings
            : registration.contacts().stream().flatMap(c -> find(c.key()).stream()).toList();
    for (ContactBinding binding : touched) {
      if (!binding.isExpired(now) && !binding.yieldsTo(registration.origin())) {
        throw new PlatformException(
            ErrorCode.STATE_INVALID,
            "CSeq "
                + registration.origin().cseq()
                + " is not later than the one that registered "
                + binding.contact()
                + "; send a higher one");
      }
    }
  }

  private void apply(RegisteredContact contact, Registration registration, Instant now) {
    Optional<ContactBinding> known = find(contact.key());
    if (contact.isRemoval()) {
      known.ifPresent(this::remove);
    } else if (known.isPresent()) {
      known.get().refresh(contact, registration.origin(), now);
    } else {
      add(
          new ContactBinding(
              ids.get(),
              registration.customerId(),
              registration.extensionId(),
              contact,
              registration.origin(),
              now));
    }
  }

  private Optional<ContactBinding> find(String key) {
    return bindings.stream().filter(binding -> binding.contactKey().equals(key)).findFirst();
  }

  private ContactBinding oldest() {
    return bindings.stream().min(Comparator.comparing(ContactBinding::registeredAt)).orElseThrow();
  }

  private void add(ContactBinding binding) {
    bindings.add(binding);
    added.add(binding);
  }

  private void remove(ContactBinding binding) {
    bindings.remove(binding);
    if (!added.remove(binding)) {
      removed.add(binding);
    }
  }

  /** What is valid now, preferred and most recent first. */
  List<ContactBinding> current(Instant now) {
    return bindings.stream().filter(b -> !b.isExpired(now)).sorted(PREFERRED_FIRST).toList();
  }

  List<ContactBinding> added() {
    return List.copyOf(added);
  }

  List<ContactBinding> removed() {
    return List.copyOf(removed);
  }
}
