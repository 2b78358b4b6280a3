/** Lists over HTTP: what part of one is asked for, and how it is written. */
package org.tandemvoice.paging.boundary;
