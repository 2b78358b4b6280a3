/** The server processes that share a database. */
package org.tandemvoice.node.entity;
