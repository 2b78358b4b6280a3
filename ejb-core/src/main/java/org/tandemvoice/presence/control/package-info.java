/** Who is there and who talks: what phones that watch others are told (RFC 4235, RFC 3856). */
package org.tandemvoice.presence.control;
