/**
 * What customers pay: accounts and their ledger, rates, and the charges of calls, speech and
 * recordings.
 */
package org.tandemvoice.billing.control;
