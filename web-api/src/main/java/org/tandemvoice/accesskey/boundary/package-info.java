/** Access keys over HTTP. */
package org.tandemvoice.accesskey.boundary;
