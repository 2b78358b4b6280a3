package org.tandemvoice.peer.sip;

import java.util.ArrayList;
import java.util.List;

/** What one phone sent and received, with times; it goes into every failure of that phone. */
public final class SipTrace {

  /** One message on the wire. */
  public record Entry(long atMs, boolean sent, String remote, String text) {}

  private final String owner;
  private final long startNs = System.nanoTime();
  private final List<Entry> entries = new ArrayList<>();

  SipTrace(String owner) {
    this.owner = owner;
  }

  synchronized void add(boolean sent, String remote, String text) {
    entries.add(new Entry((System.nanoTime() - startNs) / 1_000_000, sent, remote, text));
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  public AssertionError failure(String what) {
    return new AssertionError(what + System.lineSeparator() + this);
  }

  @Override
  public synchronized String toString() {
    StringBuilder out = new StringBuilder("Messages of phone " + owner + ":");
    for (Entry entry : entries) {
      out.append(System.lineSeparator())
          .append(entry.sent() ? ">>> " : "<<< ")
          .append(entry.atMs())
          .append(" ms ")
          .append(entry.remote())
          .append(System.lineSeparator())
          .append(entry.text());
    }
    return out.toString();
  }
}
