/** Foreign phones and load tools as processes on loopback, used where they are installed. */
package org.tandemvoice.peer.process;
