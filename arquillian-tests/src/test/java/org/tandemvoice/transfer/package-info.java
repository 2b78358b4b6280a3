/** Transfers from outside: three phones, and what each of them hears at every step. */
package org.tandemvoice.transfer;
