/** Accounts, billings, rates and the ledger over HTTP. */
package org.tandemvoice.billing.boundary;
