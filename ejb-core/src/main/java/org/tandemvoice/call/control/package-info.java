/**
 * What happens to calls. Managers change rows and say what shall leave the process; the ports
 * {@code LegSignaling} and the media API carry it out after the commit.
 */
package org.tandemvoice.call.control;
