/** Trunks: how a customer's own telephone system reaches the platform. */
package org.tandemvoice.trunk.entity;
