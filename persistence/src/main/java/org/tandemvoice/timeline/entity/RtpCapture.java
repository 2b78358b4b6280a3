package org.tandemvoice.timeline.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;

/** Some successive RTP packets of one call, as records of a capture file. */
@Entity
@Table(name = "rtp_captures")
public class RtpCapture {

  @Id private UUID id;

  @Column(name = "call_id", nullable = false)
  private UUID callId;

  @Lob
  @Column(name = "records", nullable = false)
  private byte[] records;

  @Column(name = "tm_create", nullable = false)
  private Instant tmCreate;

  protected RtpCapture() {}

  public RtpCapture(UUID id, CallId call, byte[] records, Instant now) {
    this.id = id;
    this.callId = call.value();
    this.records = records.clone();
    this.tmCreate = now;
  }

  public byte[] records() {
    return records.clone();
  }
}
