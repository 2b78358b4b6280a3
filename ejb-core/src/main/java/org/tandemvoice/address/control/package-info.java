/** Reads addresses that clients send. */
package org.tandemvoice.address.control;
