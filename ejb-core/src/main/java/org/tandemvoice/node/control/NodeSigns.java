package org.tandemvoice.node.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tandemvoice.node.entity.NodeRecord;

/**
 * The signs of life of the nodes on this database. Times are those of the nodes' own clocks, which
 * must agree to a few seconds.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NodeSigns {

  /** A node that is silent for so long is taken for dead. */
  public static final Duration SILENCE = Duration.ofSeconds(30);

  @Inject private Nodes nodes;
  @Inject private Node node;
  @Inject private Clock clock;

  /** Shows that this node lives. */
  public void show() {
    nodes.seen(node.id(), clock.instant());
  }

  /** The names of all other nodes there ever were. */
  public List<String> others() {
    return nodes.others(node.id()).stream().map(NodeRecord::id).toList();
  }

  /** The names of other nodes that are silent. */
  public List<String> silent() {
    Instant since = clock.instant().minus(SILENCE);
    return nodes.others(node.id()).stream()
        .filter(other -> other.seenAt().isBefore(since))
        .map(NodeRecord::id)
        .toList();
  }
}
