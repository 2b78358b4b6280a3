/** The time, and how it is written for customers. */
package org.tandemvoice.time.control;
