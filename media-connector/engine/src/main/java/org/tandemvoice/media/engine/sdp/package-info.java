/**
 * Session descriptions (RFC 8866) and their exchange (RFC 3264). What cannot be understood is
 * refused, whatever it is.
 */
package org.tandemvoice.media.engine.sdp;
