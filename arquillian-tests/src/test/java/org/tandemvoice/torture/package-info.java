/** The torture messages of RFC 4475 and RFC 5118 against the running server. */
package org.tandemvoice.torture;
