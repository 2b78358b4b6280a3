/**
 * Queues from outside: who waits, who is rung for whom, and what becomes of those nobody serves.
 */
package org.tandemvoice.queue;
