/**
 * What a call needs of a media engine: sessions with an SDP, prompts, bridges and the facts that
 * come back. Nothing here knows whether packets are handled in this process or elsewhere.
 */
package org.tandemvoice.media;
