/** The JDBC driver of the embedded database; a module of the server, not of the application. */
package org.tandemvoice.schema.driver;
