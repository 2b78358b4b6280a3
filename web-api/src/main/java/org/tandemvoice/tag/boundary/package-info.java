/** Tags over HTTP. */
package org.tandemvoice.tag.boundary;
