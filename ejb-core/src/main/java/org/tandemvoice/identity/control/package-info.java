/** Ids for new rows. */
package org.tandemvoice.identity.control;
