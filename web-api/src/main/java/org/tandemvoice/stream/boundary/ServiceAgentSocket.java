package org.tandemvoice.stream.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.websocket.server.ServerEndpoint;

/**
 * {@code /v1.0/service_agents/ws}: the same as {@code /v1.0/ws}, where plain agents look for it.
 */
@Dependent
@ServerEndpoint("/{version}/service_agents/ws")
public class ServiceAgentSocket extends EventSocket {}
