/** Which SIP domains are ours, and whose customers' they are (contract section 14). */
package org.tandemvoice.sip.domain;
