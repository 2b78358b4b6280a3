/**
 * Registers agents at telephone systems of others, keeps the registrations, and calls by them (seed
 * 004).
 */
package org.tandemvoice.pbx.control;
