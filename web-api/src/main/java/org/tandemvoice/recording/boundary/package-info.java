/** {@code /recordings}, what calls have of them, and the files themselves. */
package org.tandemvoice.recording.boundary;
