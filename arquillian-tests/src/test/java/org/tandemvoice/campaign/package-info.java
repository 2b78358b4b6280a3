/** Campaigns against phones and carriers of the tests' own. */
package org.tandemvoice.campaign;
