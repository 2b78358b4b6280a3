/** Hands parties of conversations over, blind or after a word (inventory section 16). */
package org.tandemvoice.transfer.control;
