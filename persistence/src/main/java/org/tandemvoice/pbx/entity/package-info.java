/** The registrations of agents at telephone systems of others. */
package org.tandemvoice.pbx.entity;
