/** Networks by their addresses: who is inside of which. */
package org.tandemvoice.network.control;
