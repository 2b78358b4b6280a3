/** Reading what clients send as JSON, so that what is wrong is named by its path. */
package org.tandemvoice.json.control;
