/**
 * Requests to servers that customers name, over connections to addresses that have been judged
 * before. What to ask, and where a redirect may lead, is the business of whoever asks.
 */
package org.tandemvoice.media.fetch;
