/**
 * Refuses calls into the telephone network that a customer may not make, and says by which rule.
 */
package org.tandemvoice.fraud.control;
