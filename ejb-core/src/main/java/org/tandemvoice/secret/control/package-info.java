/** Secrets: the keys of the platform, kept outside the database, and what is done with them. */
package org.tandemvoice.secret.control;
