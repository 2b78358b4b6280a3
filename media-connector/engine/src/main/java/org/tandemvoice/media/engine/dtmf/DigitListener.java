package org.tandemvoice.media.engine.dtmf;

/**
 * Hears of each key press twice: when it begins and when it has ended. Called on the leg's owner
 * thread.
 */
public interface DigitListener {

  void digitBegan(char digit);

  void digitEnded(char digit, int durationMs);
}
