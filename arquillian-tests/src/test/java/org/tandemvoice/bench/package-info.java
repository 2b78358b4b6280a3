/** Measurements of the whole server from outside; started by the scripts in the folder bench. */
package org.tandemvoice.bench;
