package org.tandemvoice.call.control;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jboss.ejb3.annotation.ResourceAdapter;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MediaEventListener;

/**
 * Receives what the media engine has to tell, one transaction a fact. What is no fact of a call is
 * published for whoever observes it, outside any transaction.
 */
@MessageDriven(messageListenerInterface = MediaEventListener.class)
@ResourceAdapter("tandem.ear#media.rar")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MediaEvents implements MediaEventListener {

  private static final Logger LOG = System.getLogger(MediaEvents.class.getName());

  @Inject private CallMedia calls;
  @Inject private CallKeys keys;
  @Inject private Event<MediaEvent> others;

  @Override
  public void onMediaEvent(MediaEvent event) {
    try {
      handle(event, new CallId(event.sessionId()));
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, () -> "media event lost: " + event, failure);
    }
  }

  private void handle(MediaEvent event, CallId call) {
    if (event instanceof MediaEvent.PlaybackFinished ended) {
      calls.promptEnded(call, ended.playbackId(), "");
    } else if (event instanceof MediaEvent.PlaybackFailed failed) {
      calls.promptEnded(call, failed.playbackId(), failed.reason());
    } else if (event instanceof MediaEvent.DigitReceived pressed) {
      keys.digitReceived(call, pressed.digit());
    } else if (event instanceof MediaEvent.DigitsSent sent) {
      keys.digitsSent(call, sent.sendingId());
    } else if (event instanceof MediaEvent.DigitToSignal wanted) {
      keys.digitToSignal(call, wanted.digit(), wanted.durationMs());
    } else if (event instanceof MediaEvent.AnswererDetected detected) {
      calls.answererDetected(call, detected.answerer());
    } else if (event instanceof MediaEvent.BeepHeard || event instanceof MediaEvent.GreetingEnded) {
      calls.greetingEnded(call);
    } else if (event instanceof MediaEvent.PartyHeld held) {
      calls.heldByParty(call, held.on());
    } else if (event instanceof MediaEvent.RtpSilent) {
      calls.fellSilent(call);
    } else {
      others.fire(event);
    }
  }
}
