/** Registration of phones, seen from outside. */
package org.tandemvoice.registrar;
