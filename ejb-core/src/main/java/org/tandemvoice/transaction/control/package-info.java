/** What lives as long as a transaction. */
package org.tandemvoice.transaction.control;
