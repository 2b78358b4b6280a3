/** Flows and their executions over HTTP. */
package org.tandemvoice.flow.boundary;
