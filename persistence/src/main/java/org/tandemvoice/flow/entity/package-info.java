/** Flows, and their executions: a persisted cursor over a list of actions. */
package org.tandemvoice.flow.entity;
