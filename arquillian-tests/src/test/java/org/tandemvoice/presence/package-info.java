/** Phones that watch others, seen from outside. */
package org.tandemvoice.presence;
