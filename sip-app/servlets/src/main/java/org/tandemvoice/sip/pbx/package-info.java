/** What is sent to telephone systems at which agents are registered, and what they answer. */
package org.tandemvoice.sip.pbx;
