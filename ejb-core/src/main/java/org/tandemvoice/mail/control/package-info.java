/** Mails of the platform to people: by a mail server, or kept for the operator to hand on. */
package org.tandemvoice.mail.control;
