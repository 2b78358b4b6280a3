/** Marks that customers put on their agents, so that queues find them. */
package org.tandemvoice.tag.entity;
