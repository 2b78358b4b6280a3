package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.call.control.command.BridgeLegs;
import org.tandemvoice.call.control.command.PartLeg;
import org.tandemvoice.call.control.command.StopMusic;
import org.tandemvoice.call.control.command.UnbridgeLeg;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/**
 * Who talks to whom: calls joined in pairs, whoever has joined them. Used inside a transaction that
 * holds the locks of both calls. Conferences are not its concern.
 */
@ApplicationScoped
public class Conversations {

  @Inject private Calls calls;
  @Inject private AfterCommit afterCommit;

  /** The two hear each other from now on, and nobody else; music they waited with ends. */
  public void join(Call one, Call other) {
    leave(one);
    leave(other);
    one.ties().joinWith(other.id());
    other.ties().joinWith(one.id());
    afterCommit.send(new BridgeLegs(one, other.id()));
    afterCommit.send(new StopMusic(one));
    afterCommit.send(new StopMusic(other));
  }

  /** The two hear each other no longer; both calls go on. */
  public void separate(Call one, Call other) {
    leave(one);
    leave(other);
    afterCommit.send(new UnbridgeLeg(one));
    afterCommit.send(new UnbridgeLeg(other));
  }

  /** The locked call whose party this one talks to; empty if it is over. */
  public Optional<Call> partner(Call call) {
    return call.ties().joined().flatMap(calls::lock).filter(other -> !other.status().isFinal());
  }

  private void leave(Call call) {
    call.ties()
        .joined()
        .flatMap(calls::lock)
        .filter(other -> other.ties().joined().filter(call.id()::equals).isPresent())
        .ifPresent(found -> found.ties().part());
    call.ties().part();
  }

  /**
   * The call is over.
   *
   * @return who is left alone by that; one of another chain is told in a transaction of its own,
   *     because locks are only taken within a chain
   */
  Optional<Call> left(Call call) {
    Optional<CallId> joined = call.ties().joined();
    call.ties().part();
    if (joined.isEmpty()) {
      return Optional.empty();
    }
    if (!isOfChain(call, joined.get())) {
      afterCommit.send(new PartLeg(joined.get(), call.id()));
      return Optional.empty();
    }
    Optional<Call> other =
        calls
            .lock(joined.get())
            .filter(o -> o.ties().joined().filter(call.id()::equals).isPresent());
    other.ifPresent(found -> found.ties().part());
    return other;
  }

  private boolean isOfChain(Call call, CallId other) {
    return call.master().filter(other::equals).isPresent()
        || call.chained().contains(other)
        || call.master()
            .flatMap(calls::lock)
            .filter(master -> master.chained().contains(other))
            .isPresent();
  }
}
