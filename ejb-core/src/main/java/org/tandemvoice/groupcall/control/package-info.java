/**
 * Rings several destinations together or in turn and lets exactly one of them win. What the winner
 * does is not its concern.
 */
package org.tandemvoice.groupcall.control;
