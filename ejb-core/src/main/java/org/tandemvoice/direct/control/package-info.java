/** Finds what a direct hash stands for, whatever kind of resource it is. */
package org.tandemvoice.direct.control;
