package org.tandemvoice.conference.entity;

import java.time.Duration;
import java.util.UUID;

/**
 * What a customer may change on a conference.
 *
 * @param data the customer's own, a JSON object
 * @param timeout how long it may last; zero for no limit
 * @param preFlowId the flow each party runs before it joins, or the nil UUID
 * @param postFlowId the flow each party runs when it has left, or the nil UUID
 */
public record ConferenceProfile(
    String name, String detail, String data, Duration timeout, UUID preFlowId, UUID postFlowId) {}
