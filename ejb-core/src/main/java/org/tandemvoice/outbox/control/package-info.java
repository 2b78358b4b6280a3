/** Records events for customers in the transaction of the change, and reads them back in order. */
package org.tandemvoice.outbox.control;
