/**
 * RTP packets as bytes: reading one in place and writing its header (RFC 3550 section 5). Holds no
 * stream state.
 */
package org.tandemvoice.media.engine.rtp;
