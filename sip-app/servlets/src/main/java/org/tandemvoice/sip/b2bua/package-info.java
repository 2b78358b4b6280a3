/**
 * Call legs: each is a dialog in which we are the endpoint, so that two of them make a back-to-back
 * user agent. What happens on a leg is told to the call manager, first and once; then it is
 * answered.
 */
package org.tandemvoice.sip.b2bua;
