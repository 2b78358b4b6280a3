/** Numbers over HTTP. */
package org.tandemvoice.number.boundary;
