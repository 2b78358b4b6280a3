/** Who owns which telephone number, and what a call to it runs. */
package org.tandemvoice.number.control;
