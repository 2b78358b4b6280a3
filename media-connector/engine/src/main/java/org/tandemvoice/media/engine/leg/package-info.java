/**
 * One party's packet path and the rooms in which parties hear each other. Everything here belongs
 * to a wheel's thread.
 */
package org.tandemvoice.media.engine.leg;
