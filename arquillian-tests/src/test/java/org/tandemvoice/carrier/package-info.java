/** Trunks, providers and routes from outside. */
package org.tandemvoice.carrier;
