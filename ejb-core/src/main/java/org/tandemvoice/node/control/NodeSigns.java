package org.tandemvoice.node.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
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
  @Inject private NodeUrl url;
  @Inject private Clock clock;

  /** Shows that this node lives. */
  public void show() {
    nodes.seen(node.id(), url.text(), clock.instant());
  }

  /** The names of all other nodes there ever were. */
  public List<String> others() {
    return nodes.others(node.id()).stream().map(NodeRecord::id).toList();
  }

  /**
   * Where the API of another node is reached.
   *
   * @throws PlatformException {@code SERVICE_UNAVAILABLE} if it is silent, or has not said where
   */
  public URI reach(String id) {
    NodeRecord other = nodes.find(id).filter(found -> !found.url().isEmpty()).orElse(null);
    if (other == null) {
      throw unavailable("node " + id + ", which holds the call, has not said where it is reached");
    }
    if (other.seenAt().isBefore(clock.instant().minus(SILENCE))) {
      throw unavailable("node " + id + ", which holds the call, is silent since " + other.seenAt());
    }
    return URI.create(other.url());
  }

  private static PlatformException unavailable(String message) {
    return new PlatformException(ErrorCode.SERVICE_UNAVAILABLE, message);
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
