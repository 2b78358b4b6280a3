/**
 * The load bench of the engine: an engine under load in one process, phones in another. Run by
 * {@code bench/media.sh}.
 */
package org.tandemvoice.media.engine.bench;
