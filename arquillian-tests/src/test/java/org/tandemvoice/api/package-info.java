/**
 * The REST API from outside: who gets in, what is refused and how, and that customers are apart.
 */
package org.tandemvoice.api;
