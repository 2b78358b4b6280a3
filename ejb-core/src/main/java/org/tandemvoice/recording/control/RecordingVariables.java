package org.tandemvoice.recording.control;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemvoice.recording.entity.Recording;

/** What flows can read of a recording: {@code voipbin.recording.*} (contract section 11). */
public final class RecordingVariables {

  private static final String PREFIX = "voipbin.recording.";

  private RecordingVariables() {}

  public static Map<String, String> of(Recording recording) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(PREFIX + "id", recording.uuid().toString());
    variables.put(PREFIX + "reference_type", "call");
    variables.put(PREFIX + "reference_id", recording.callId().toString());
    variables.put(PREFIX + "format", recording.format().text());
    variables.put(PREFIX + "filenames", recording.fileName());
    return variables;
  }
}
