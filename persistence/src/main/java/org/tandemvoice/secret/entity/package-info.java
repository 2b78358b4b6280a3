/** What stands in the database in the place of secrets that are never stored. */
package org.tandemvoice.secret.entity;
