/**
 * Where calls meet flows: which flow an incoming call runs, and what a customer's order to call
 * becomes.
 */
package org.tandemvoice.route.control;
