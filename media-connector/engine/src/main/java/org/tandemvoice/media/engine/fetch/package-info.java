/**
 * Gets audio files by URI: from the platform's own media folder or by HTTP, never from where a
 * customer must not reach.
 */
package org.tandemvoice.media.engine.fetch;
