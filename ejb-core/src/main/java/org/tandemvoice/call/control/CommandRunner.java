package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.media.MediaException;

/**
 * Carries out the commands of a committed transaction. A command that fails returns as a fact: its
 * call, if it has one, is released.
 */
@ApplicationScoped
public class CommandRunner {

  private static final Logger LOG = System.getLogger(CommandRunner.class.getName());

  @Inject private Switchboard switchboard;

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommandBatch batch) {
    batch.run(this::run);
  }

  void rolledBack(@Observes(during = TransactionPhase.AFTER_FAILURE) CommandBatch batch) {
    batch.forget();
  }

  private void run(LegCommand command) {
    try {
      command.run(switchboard);
    } catch (SignalingException failure) {
      release(command, failure.releaseCause(), failure);
    } catch (MediaException failure) {
      release(command, cause(failure.reason()), failure);
    } catch (RuntimeException failure) {
      release(command, ReleaseCause.INTERNAL, failure);
    }
  }

  private static ReleaseCause cause(MediaException.Reason reason) {
    return switch (reason) {
      case NOT_ACCEPTABLE -> ReleaseCause.NOT_ACCEPTABLE;
      case NO_PORT, STOPPING -> ReleaseCause.UNAVAILABLE;
      case DUPLICATE -> ReleaseCause.INTERNAL;
    };
  }

  private void release(LegCommand command, ReleaseCause cause, RuntimeException failure) {
    Level level = cause == ReleaseCause.INTERNAL ? Level.ERROR : Level.WARNING;
    if (!command.isOfCall()) {
      LOG.log(level, () -> command + " failed: " + failure, failure);
      return;
    }
    LOG.log(level, () -> command + " failed, the call is released: " + failure, failure);
    try {
      switchboard.calls().release(command.call(), cause);
    } catch (RuntimeException again) {
      LOG.log(Level.ERROR, () -> "call " + command.call() + " could not be released", again);
    }
  }
}
