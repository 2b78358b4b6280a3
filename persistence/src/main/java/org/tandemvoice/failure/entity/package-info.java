/**
 * Why a request is refused: one exception, one list of codes. What a code becomes on the wire (HTTP
 * status, SIP status) is decided at the two edges.
 */
package org.tandemvoice.failure.entity;
