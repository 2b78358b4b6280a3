package org.tandemvoice.agent.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose agent it is (C-64). Only some of them may be registered at other telephone systems. */
public enum AgentProvider {
  LIVEKIT,
  VIDA;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty if it is none. */
  public static Optional<AgentProvider> of(String text) {
    return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
