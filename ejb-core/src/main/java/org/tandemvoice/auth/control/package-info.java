/** Who asks: logins, the tokens they give, and what a credential is worth (contract section 2). */
package org.tandemvoice.auth.control;
