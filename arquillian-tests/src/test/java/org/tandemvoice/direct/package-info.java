/** Direct hashes from outside: who calls one whom nobody knows, and what it reaches. */
package org.tandemvoice.direct;
