/** Brings the database to the schema this release needs, before anything else uses it. */
package org.tandemvoice.schema.control;
