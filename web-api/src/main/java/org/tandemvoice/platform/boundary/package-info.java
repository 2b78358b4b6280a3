/** What platform administrators do over HTTP. */
package org.tandemvoice.platform.boundary;
