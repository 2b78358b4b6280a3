/** What providers are told and asked by SIP. */
package org.tandemvoice.sip.carrier;
