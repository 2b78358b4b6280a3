/**
 * What a party is played: prompts made into sound on worker threads, queued and heard in the order
 * given.
 */
package org.tandemvoice.media.engine.prompt;
