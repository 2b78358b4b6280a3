/**
 * What a leg learns and tells about quality: reception statistics, RTCP reports, the E-model (RFC
 * 3550 section 6).
 */
package org.tandemvoice.media.engine.rtcp;
