package org.tandemvoice.call.control;

import org.tandemvoice.call.entity.Call;

/**
 * A customer lets something be spoken to the party of a call, in the running transaction. Whoever
 * throws a {@code PlatformException} prevents it.
 *
 * @param text plain or SSML
 */
public record SpeechBegun(Call call, String text) {}
