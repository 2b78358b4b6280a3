/** What leaves the process after a commit, one command a file. */
package org.tandemvoice.call.control.command;
