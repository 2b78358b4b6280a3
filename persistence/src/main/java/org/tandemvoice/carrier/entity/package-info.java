/** Providers that carry calls into the telephone network, and the routes that choose among them. */
package org.tandemvoice.carrier.entity;
