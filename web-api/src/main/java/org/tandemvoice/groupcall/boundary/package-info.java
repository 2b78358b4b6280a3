/** Groupcalls over HTTP. */
package org.tandemvoice.groupcall.boundary;
