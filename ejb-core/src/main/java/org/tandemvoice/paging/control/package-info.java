/** Lists in pages, newest first (C-06). */
package org.tandemvoice.paging.control;
