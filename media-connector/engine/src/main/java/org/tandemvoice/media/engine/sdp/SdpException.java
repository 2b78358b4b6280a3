package org.tandemvoice.media.engine.sdp;

/**
 * A session description that breaks the rules; the message says where. Becomes a MediaException at
 * the edge.
 */
final class SdpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SdpException(String message) {
    super(message);
  }
}
