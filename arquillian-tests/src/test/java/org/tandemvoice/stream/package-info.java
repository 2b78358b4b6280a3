/** The live stream of events, as clients hear it. */
package org.tandemvoice.stream;
