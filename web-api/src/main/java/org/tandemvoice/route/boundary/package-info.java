/** Calls that are placed over HTTP. */
package org.tandemvoice.route.boundary;
