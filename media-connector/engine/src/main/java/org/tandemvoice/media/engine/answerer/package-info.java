/**
 * Who took the call: whether somebody speaks, whether it is a person or a machine, and its beep.
 */
package org.tandemvoice.media.engine.answerer;
