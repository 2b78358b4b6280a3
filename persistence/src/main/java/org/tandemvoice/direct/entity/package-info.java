/** Direct hashes: addresses by which outsiders reach a single resource of a customer. */
package org.tandemvoice.direct.entity;
