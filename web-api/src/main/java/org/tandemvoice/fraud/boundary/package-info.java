/** What customers may call, over HTTP. */
package org.tandemvoice.fraud.boundary;
