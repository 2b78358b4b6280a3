package org.tandemvoice.call.control;

import org.tandemvoice.call.entity.Call;

/**
 * A customer lets something be spoken to the party of a call, in the running transaction.
 *
 * @param text plain or SSML
 */
public record SpeechBegun(Call call, String text) {}
