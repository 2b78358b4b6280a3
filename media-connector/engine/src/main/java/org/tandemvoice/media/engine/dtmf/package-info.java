/** Key presses as RTP events (RFC 4733): read from a stream, written into a stream. */
package org.tandemvoice.media.engine.dtmf;
