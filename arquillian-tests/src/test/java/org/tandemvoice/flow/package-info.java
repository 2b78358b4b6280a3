/** Flows from outside: what a customer describes in JSON happens on real calls. */
package org.tandemvoice.flow;
