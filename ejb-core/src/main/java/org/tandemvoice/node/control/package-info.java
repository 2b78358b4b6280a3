/** This server process among its like: its name, and whether it takes new work. */
package org.tandemvoice.node.control;
