package org.tandemvoice.media.engine.prompt;

import java.util.UUID;

/**
 * One prompt in a leg's queue. A worker makes it ready or failed, once; the leg's owner thread then
 * plays it. Silence is a length beyond the samples.
 */
public final class Playback {

  /** How far the preparation is. */
  enum State {
    /** A worker is at it. */
    PREPARING,
    /** It can be heard. */
    READY,
    /** It cannot; the reason says why. */
    FAILED
  }

  private final UUID id;
  private final boolean echo;
  private short[] samples = {};
  private long length;
  private String reason = "";
  private Runnable whenReady = () -> {};
  private volatile State state = State.PREPARING;

  Playback(UUID id) {
    this(id, false);
  }

  /** An echo gives back what the party says. */
  Playback(UUID id, boolean echo) {
    this.id = id;
    this.echo = echo;
  }

  /** Runs that once the prompt can be heard, on the thread that got it ready or on this one. */
  public void whenReady(Runnable action) {
    synchronized (this) {
      if (state == State.PREPARING) {
        whenReady = action;
        return;
      }
    }
    if (state == State.READY) {
      action.run();
    }
  }

  UUID id() {
    return id;
  }

  boolean isEcho() {
    return echo;
  }

  State state() {
    return state;
  }

  short[] samples() {
    return samples;
  }

  /** Samples to play, silence included. */
  long length() {
    return length;
  }

  String reason() {
    return reason;
  }

  void ready(short[] sound, long totalLength) {
    samples = sound;
    length = totalLength;
    Runnable action;
    synchronized (this) {
      state = State.READY;
      action = whenReady;
    }
    action.run();
  }

  void failed(String why) {
    reason = why;
    state = State.FAILED;
  }
}
