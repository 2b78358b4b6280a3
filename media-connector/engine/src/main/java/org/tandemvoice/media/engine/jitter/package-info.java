/**
 * From packets that come early, late, twice or not at all to an even stream of samples. One owner
 * thread per object.
 */
package org.tandemvoice.media.engine.jitter;
