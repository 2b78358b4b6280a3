/** Notes the SIP messages of calls for their timeline. */
package org.tandemvoice.sip.trace;
