/** The live stream of events to whoever is connected to this node, whichever node made them. */
package org.tandemvoice.stream.control;
