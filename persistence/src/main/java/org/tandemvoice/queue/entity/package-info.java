/** Callers who wait for an agent, and the lines they wait in. */
package org.tandemvoice.queue.entity;
