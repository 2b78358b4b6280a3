/**
 * The SIP side of the tests' own phone, written apart from the server's stack so that the two can
 * disagree: messages, transports, transactions, dialogs and the phone that uses them.
 */
package org.tandemvoice.peer.sip;
