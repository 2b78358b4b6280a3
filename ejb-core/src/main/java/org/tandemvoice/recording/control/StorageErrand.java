package org.tandemvoice.recording.control;

import java.util.UUID;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.CallId;

/** Has a recording looked after by the storage, which does not keep the call's lane busy. */
record StorageErrand(CallId call, UUID recording, RecordingStorage storage) implements LegCommand {

  @Override
  public CallId lane() {
    return call;
  }

  @Override
  public void run(Switchboard switchboard) {
    storage.lookAt(recording);
  }
}
