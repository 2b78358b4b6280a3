/** Extensions over HTTP. */
package org.tandemvoice.extension.boundary;
