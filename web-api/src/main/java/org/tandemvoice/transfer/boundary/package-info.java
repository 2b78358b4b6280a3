/** Transfers over HTTP. */
package org.tandemvoice.transfer.boundary;
