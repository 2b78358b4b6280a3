package org.tandemvoice.timeline.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;

/** Some successive SIP messages and keys of one call, packed. A call has as many as it lasted. */
@Entity
@Table(name = "sip_traces")
public class SipTrace {

  @Id private UUID id;

  @Column(name = "call_id", nullable = false)
  private UUID callId;

  @Lob
  @Column(name = "entries", nullable = false)
  private byte[] entries;

  @Column(name = "tm_create", nullable = false)
  private Instant tmCreate;

  protected SipTrace() {}

  /** Packs these entries of the call. */
  public SipTrace(UUID id, CallId call, List<TraceEntry> entries, Instant now) {
    this.id = id;
    this.callId = call.value();
    this.entries = PackedEntries.pack(entries);
    this.tmCreate = now;
  }

  public List<TraceEntry> entries() {
    return PackedEntries.unpack(entries);
  }
}
