package org.tandemvoice.extension.control;

import java.time.Duration;
import java.util.Optional;
import org.tandemvoice.extension.entity.ContactBinding;

/**
 * A phone of an extension.
 *
 * @param roundTrip how long its last answer to OPTIONS took; empty if this node has not had one
 */
public record RegisteredPhone(ContactBinding binding, Optional<Duration> roundTrip) {}
