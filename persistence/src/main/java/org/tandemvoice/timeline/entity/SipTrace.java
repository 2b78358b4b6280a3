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

/** Some successive SIP messages of one call, packed. A call has as many as it lasted. */
@Entity
@Table(name = "sip_traces")
public class SipTrace {

  @Id private UUID id;

  @Column(name = "call_id", nullable = false)
  private UUID callId;

  @Lob
  @Column(name = "messages", nullable = false)
  private byte[] messages;

  @Column(name = "tm_create", nullable = false)
  private Instant tmCreate;

  protected SipTrace() {}

  /** Packs these messages of the call. */
  public SipTrace(UUID id, CallId call, List<SipMessage> messages, Instant now) {
    this.id = id;
    this.callId = call.value();
    this.messages = PackedMessages.pack(messages);
    this.tmCreate = now;
  }

  public List<SipMessage> messages() {
    return PackedMessages.unpack(messages);
  }
}
