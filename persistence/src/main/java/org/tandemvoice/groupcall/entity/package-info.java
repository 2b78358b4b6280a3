/** Parties that are called together, or one after the other, until one of them answers. */
package org.tandemvoice.groupcall.entity;
