/** Agents over HTTP. */
package org.tandemvoice.agent.boundary;
