/**
 * What happens to extensions, how they are found, and the credentials their phones register with.
 */
package org.tandemvoice.extension.control;
