/**
 * How values that JPA does not know are written into columns, the same way on H2 and on MariaDB.
 */
package org.tandemvoice.column.entity;
