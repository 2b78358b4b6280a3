package org.tandemvoice.timeline.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.timeline.entity.SipTrace;
import org.tandemvoice.timeline.entity.TraceEntry;

/** The repository of the SIP messages of calls. */
@Stateless
public class SipTraces {

  @PersistenceContext private EntityManager entityManager;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  public void store(Map<CallId, List<TraceEntry>> messages) {
    Instant now = clock.instant();
    messages.forEach(
        (call, some) -> entityManager.persist(new SipTrace(ids.next(), call, some, now)));
  }

  /** What is stored of the call, in the order of time. */
  public List<TraceEntry> of(UUID call) {
    return entityManager
        .createQuery("select t from SipTrace t where t.callId = :call", SipTrace.class)
        .setParameter("call", call)
        .getResultStream()
        .flatMap(trace -> trace.entries().stream())
        .sorted(Comparator.comparing(TraceEntry::at))
        .toList();
  }

  public int deleteBefore(Instant limit) {
    return entityManager
        .createQuery("delete from SipTrace t where t.tmCreate < :limit")
        .setParameter("limit", limit)
        .executeUpdate();
  }
}
