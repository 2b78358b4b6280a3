/** Money: the account of a customer, its ledger, what things cost and what was charged for them. */
package org.tandemvoice.billing.entity;
