package org.tandemvoice.flow.entity;

import java.util.UUID;

/**
 * What a customer may change on a flow.
 *
 * @param actions a JSON array of actions that were checked
 */
public record FlowContent(String name, String detail, String actions, UUID onCompleteFlowId) {}
