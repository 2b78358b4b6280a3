/** Money: what calls cost, and what happens when there is none left. */
package org.tandemvoice.billing;
