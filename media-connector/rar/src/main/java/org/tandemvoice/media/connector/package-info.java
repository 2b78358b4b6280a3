/**
 * The media resource adapter: runs the engine on the work manager's threads, hands out {@code
 * java:/eis/Media}, and brings events to the message-driven bean. Knows no codec and no packet.
 */
package org.tandemvoice.media.connector;
