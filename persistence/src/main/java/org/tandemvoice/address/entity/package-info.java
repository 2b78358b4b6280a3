/**
 * Who calls and who is called: the five-field address every resource of the platform uses
 * (inventory section 7).
 */
package org.tandemvoice.address.entity;
