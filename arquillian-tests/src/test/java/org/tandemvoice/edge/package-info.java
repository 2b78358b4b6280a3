/** What SIP asks of an element beyond calls that go well. */
package org.tandemvoice.edge;
