/** A customer of the platform with its extensions and phones, as most tests need one. */
package org.tandemvoice.office;
