/**
 * The engine as the media API sees it: opens sessions, negotiates, and passes commands to the legs.
 */
package org.tandemvoice.media.engine.session;
