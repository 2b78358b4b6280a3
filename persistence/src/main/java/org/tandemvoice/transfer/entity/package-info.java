/** Transfers: a party of a conversation hands the other over to somebody else (section 16). */
package org.tandemvoice.transfer.entity;
