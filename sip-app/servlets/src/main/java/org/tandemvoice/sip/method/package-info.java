/** What all handlers of SIP methods have in common, and the rules that hold for every request. */
package org.tandemvoice.sip.method;
