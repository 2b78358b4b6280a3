/** The media side of the tests' own phone: SDP, RTP, RTCP and RFC 4733 digits over loopback. */
package org.tandemvoice.peer.rtp;
