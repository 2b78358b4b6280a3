package org.tandemvoice.media.connector;

import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import java.util.List;

/**
 * A loop of the engine on a thread of the long-running pool. It ends by the engine's own stop flag.
 */
final class LongRunningWork implements Work, WorkContextProvider {

  private static final long serialVersionUID = 1L;

  private final transient Runnable loop;

  LongRunningWork(Runnable loop) {
    this.loop = loop;
  }

  @Override
  public void run() {
    loop.run();
  }

  @Override
  public void release() {
    // ResourceAdapter.stop comes first and has told the loop already.
  }

  @Override
  public List<WorkContext> getWorkContexts() {
    HintsContext hints = new HintsContext();
    hints.setHint(HintsContext.LONGRUNNING_HINT, Boolean.TRUE);
    return List.of(hints);
  }
}
