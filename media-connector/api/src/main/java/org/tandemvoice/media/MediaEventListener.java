package org.tandemvoice.media;

/**
 * The message listener of the media resource adapter; the core's message-driven bean implements it.
 */
public interface MediaEventListener {

  void onMediaEvent(MediaEvent event);
}
