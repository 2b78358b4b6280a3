/**
 * Executes flows: a cursor moves over actions, each action one file in {@code action}. Facts of
 * calls move it on; no thread waits.
 */
package org.tandemvoice.flow.control;
