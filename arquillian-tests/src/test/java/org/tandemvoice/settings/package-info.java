/** What changes when an operator sets a key: tests on servers of their own. */
package org.tandemvoice.settings;
