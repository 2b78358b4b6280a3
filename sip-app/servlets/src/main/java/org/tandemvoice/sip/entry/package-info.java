/** Where SIP messages come in, and which handler gets them: one per method. */
package org.tandemvoice.sip.entry;
