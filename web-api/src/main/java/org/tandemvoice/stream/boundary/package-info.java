/** Events over WebSocket (inventory section 27, contract section 13). */
package org.tandemvoice.stream.boundary;
