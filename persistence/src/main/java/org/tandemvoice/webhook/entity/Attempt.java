package org.tandemvoice.webhook.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to deliver, and what follows.
 *
 * @param attempts which one it was, from 1; 0 if it was given up without one
 * @param httpCode the status of the answer; 0 if there was none (C-42)
 * @param error empty if it succeeded
 * @param next when to try again; empty if it succeeded or was the last
 */
public record Attempt(
    int attempts, int httpCode, String error, Instant at, Optional<Instant> next) {

  public boolean isSuccess() {
    return error.isEmpty();
  }
}
