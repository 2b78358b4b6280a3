/** The frame of the API: where it begins, and what every answer has in common. */
package org.tandemvoice.api.boundary;
