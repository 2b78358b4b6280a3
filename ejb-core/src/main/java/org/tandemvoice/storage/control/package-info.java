/** Where this server keeps files: the data directory. */
package org.tandemvoice.storage.control;
