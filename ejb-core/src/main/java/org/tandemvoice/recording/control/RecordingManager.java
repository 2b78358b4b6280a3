package org.tandemvoice.recording.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingFormat;
import org.tandemvoice.recording.entity.RecordingPurpose;

/** What customers ask of recordings: to begin and end them, to see them, to remove them. */
@Stateless
public class RecordingManager {

  @Inject private Recordings recordings;
  @Inject private RecordingStates states;
  @Inject private Calls calls;

  /**
   * Begins to record a call; WAV unless said otherwise (C-32).
   *
   * @return the call
   * @throws PlatformException {@code CALL_NOT_FOUND}, {@code INVALID_ARGUMENT} naming the field,
   *     {@code CALL_STATE_INVALID}, {@code RECORDING_ALREADY_ACTIVE}
   */
  public Call start(CustomerId customer, UUID callId, JsonFields fields) {
    var options = RecordingOptionsReader.read(fields, RecordingFormat.WAV);
    Call call = call(customer, callId);
    states.start(call, RecordingPurpose.CONVERSATION, options);
    return call;
  }

  /**
   * Ends the recording of a call.
   *
   * @return the call
   * @throws PlatformException {@code CALL_NOT_FOUND}, {@code RECORDING_NOT_ACTIVE}
   */
  public Call stop(CustomerId customer, UUID callId) {
    Call call = call(customer, callId);
    states.stop(call);
    return call;
  }

  private Call call(CustomerId customer, UUID id) {
    return calls
        .find(customer, id)
        .flatMap(found -> calls.lock(found.id()))
        .orElseThrow(() -> unknownCall(id));
  }

  private static PlatformException unknownCall(UUID id) {
    return new PlatformException(ErrorCode.CALL_NOT_FOUND, "there is no call " + id);
  }

  public Recording get(CustomerId customer, UUID id) {
    return recordings.find(customer, id).orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.RECORDING_NOT_FOUND, "there is no recording " + id);
  }

  public Page<Recording> list(CustomerId customer, RecordingFilter filter, PageRequest request) {
    return recordings.page(customer, filter, request);
  }

  /** A page of the recordings of one call. */
  public Page<Recording> ofCall(CustomerId customer, UUID callId, PageRequest request) {
    if (calls.find(customer, callId).isEmpty()) {
      throw unknownCall(callId);
    }
    return list(customer, new RecordingFilter(Optional.of(callId), Optional.empty()), request);
  }

  /**
   * Removes a recording that is over, and its file.
   *
   * @throws PlatformException {@code RECORDING_NOT_FOUND}, {@code STATE_INVALID} if it is not over
   */
  public Recording delete(CustomerId customer, UUID id) {
    Recording recording =
        recordings
            .find(customer, id)
            .filter(found -> calls.lock(found.callId()).isPresent())
            .flatMap(found -> recordings.lock(id))
            .filter(found -> !found.isDeleted())
            .orElseThrow(() -> unknown(id));
    if (!recording.status().isFinal()) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID,
          "recording " + id + " is " + recording.status().text() + ": wait until it has ended");
    }
    states.deleted(recording);
    return recording;
  }
}
