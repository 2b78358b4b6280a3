/** The phones of a customer: what registers at the SIP registrar, and is called by its number. */
package org.tandemvoice.extension.entity;
