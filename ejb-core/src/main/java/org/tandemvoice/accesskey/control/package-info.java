/** What happens to access keys. */
package org.tandemvoice.accesskey.control;
