package org.tandemvoice.number.entity;

import java.util.UUID;

/**
 * What a customer may change on a number.
 *
 * @param callFlowId the flow a call to it runs, or the nil UUID
 * @param messageFlowId the flow a message to it runs, or the nil UUID
 */
public record NumberProfile(String name, String detail, UUID callFlowId, UUID messageFlowId) {}
