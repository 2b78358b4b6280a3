/** Agents and tags: who they are, what they may, where they are reached. */
package org.tandemvoice.agent;
