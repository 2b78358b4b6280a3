package org.tandemvoice.node.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.node.entity.NodeRecord;

/** The repository of server processes. */
@ApplicationScoped
public class Nodes {

  @PersistenceContext private EntityManager entityManager;

  void seen(String id, String url, Instant now) {
    NodeRecord known = entityManager.find(NodeRecord.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (known == null) {
      entityManager.persist(new NodeRecord(id, url, now));
    } else {
      known.seen(url, now);
    }
  }

  Optional<NodeRecord> find(String id) {
    return Optional.ofNullable(entityManager.find(NodeRecord.class, id));
  }

  /** All but this one. */
  List<NodeRecord> others(String id) {
    return entityManager
        .createQuery("select n from NodeRecord n where n.id <> :id", NodeRecord.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** The node if it has not been seen since, its row locked: it cannot come back meanwhile. */
  public Optional<NodeRecord> lockIfSilent(String id, Instant since) {
    return Optional.ofNullable(
            entityManager.find(NodeRecord.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(node -> node.seenAt().isBefore(since));
  }
}
