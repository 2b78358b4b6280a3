/** Calls, seen from outside: by HTTP, SIP and RTP. */
package org.tandemvoice.call;
