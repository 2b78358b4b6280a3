package org.tandemvoice.agent.entity;

/** What describes an agent and may change at any time. */
public record AgentProfile(
    String name, String detail, RingMethod ringMethod, AgentProvider provider) {}
