/** Keys that programs use in place of a login. */
package org.tandemvoice.accesskey.entity;
