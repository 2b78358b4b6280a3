/**
 * Speech from text: the provider port, the embedded voice, our SSML, and a cache. Off the packet
 * path.
 */
package org.tandemvoice.media.engine.speech;
