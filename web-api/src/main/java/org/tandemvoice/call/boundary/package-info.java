/** Calls over HTTP. */
package org.tandemvoice.call.boundary;
