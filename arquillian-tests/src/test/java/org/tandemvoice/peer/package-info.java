/** The tests' own peers: what stands outside the server in a test and judges what it does. */
package org.tandemvoice.peer;
