/** Instant messages between extensions (RFC 3428). */
package org.tandemvoice.sip.message;
