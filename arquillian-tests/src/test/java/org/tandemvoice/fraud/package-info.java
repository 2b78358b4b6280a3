/** What customers may call, how much and how often. */
package org.tandemvoice.fraud;
