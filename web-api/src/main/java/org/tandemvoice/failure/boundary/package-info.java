/** How a failure looks over HTTP: status, envelope, request id. */
package org.tandemvoice.failure.boundary;
