/** Requests that another node has to carry out, because it holds what they act upon. */
package org.tandemvoice.node.boundary;
