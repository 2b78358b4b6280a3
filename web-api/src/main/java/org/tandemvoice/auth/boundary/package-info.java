/** Credentials over HTTP: where they are looked for, and how one signs in. */
package org.tandemvoice.auth.boundary;
