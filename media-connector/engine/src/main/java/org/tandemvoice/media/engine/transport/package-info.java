/** Sockets: which ports are ours, who receives, whom we answer. Knows no codec and no session. */
package org.tandemvoice.media.engine.transport;
