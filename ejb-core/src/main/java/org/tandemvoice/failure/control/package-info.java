/** What failures of the database mean. */
package org.tandemvoice.failure.control;
