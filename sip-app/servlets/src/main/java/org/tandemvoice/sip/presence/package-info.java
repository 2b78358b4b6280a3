/** Who is told of the state of others, and what is told to us (RFC 6665). */
package org.tandemvoice.sip.presence;
