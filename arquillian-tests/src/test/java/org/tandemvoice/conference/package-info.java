/** Conferences from outside: three phones and what each of them hears. */
package org.tandemvoice.conference;
