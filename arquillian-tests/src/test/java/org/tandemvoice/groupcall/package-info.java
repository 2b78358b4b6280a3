/** Groupcalls from outside: who rings, who wins, and what becomes of the others. */
package org.tandemvoice.groupcall;
