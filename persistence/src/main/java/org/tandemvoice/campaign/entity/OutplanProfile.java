package org.tandemvoice.campaign.entity;

import java.time.Duration;
import org.tandemvoice.address.entity.Address;

/**
 * What describes an outplan and may change at any time.
 *
 * @param source shown to whoever is called
 * @param dialTimeout how long a call may stay unanswered
 */
public record OutplanProfile(
    String name, String detail, Address source, Duration dialTimeout, TryLimits limits) {}
