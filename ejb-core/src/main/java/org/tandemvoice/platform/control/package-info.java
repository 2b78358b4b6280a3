/**
 * How a platform begins: its first customer and administrator, and how further customers come in.
 */
package org.tandemvoice.platform.control;
