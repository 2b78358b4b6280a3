/** SIP URIs as text: taken apart, compared, and as the way to a phone. */
package org.tandemvoice.sip.uri;
