/**
 * What failures and ends of calls are called in SIP: the only place that knows the status codes.
 */
package org.tandemvoice.sip.status;
