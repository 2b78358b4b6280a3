/** Agents that are registered at telephone systems of others, seen from outside. */
package org.tandemvoice.pbx;
