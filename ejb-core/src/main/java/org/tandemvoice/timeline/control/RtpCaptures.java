package org.tandemvoice.timeline.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.timeline.entity.RtpCapture;

/** The repository of RTP packets of calls. */
@Stateless
public class RtpCaptures {

  @PersistenceContext private EntityManager entityManager;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  public void store(Map<CallId, byte[]> records) {
    Instant now = clock.instant();
    records.forEach(
        (call, some) -> entityManager.persist(new RtpCapture(ids.next(), call, some, now)));
  }

  /** The records of the call. */
  public List<byte[]> of(UUID call) {
    return entityManager
        .createQuery(
            "select c from RtpCapture c where c.callId = :call order by c.id", RtpCapture.class)
        .setParameter("call", call)
        .getResultStream()
        .map(RtpCapture::records)
        .toList();
  }

  public int deleteBefore(Instant limit) {
    return entityManager
        .createQuery("delete from RtpCapture c where c.tmCreate < :limit")
        .setParameter("limit", limit)
        .executeUpdate();
  }
}
